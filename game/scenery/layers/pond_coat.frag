// A koi seen from above in its own space, its coat and fins; premultiplied, as roots of linear light.
in vec2 uv; out vec4 colour; uniform vec4 u_koi; // variety, chance, width of the body, length of the fins
uniform vec3 u_ground,u_first,u_second,u_fin; uniform vec4 u_coat; // share of the first, share of the second, net of scales, head spared
float half_width(float u){
    float a=clamp(u/0.33,0.0,1.0),s=clamp((u-0.33)/0.67,0.0,1.0);
    return u_koi.z*pow(max(1.0-(1.0-a)*(1.0-a),0.0),0.60)*(1.0-0.84*pow(s,1.35));
}
vec4 over(vec4 below,vec3 c,float a){return vec4(c*a+below.rgb*(1.0-a),a+below.a*(1.0-a));}
float fin(vec2 p,vec2 root,float way,float reach,float wide,out float rays){
    vec2 d=p-root; float r=length(d),turn=atan(d.y,d.x)-way,t=turn/wide; rays=0.5+0.5*sin(turn*54.0+sin(turn*17.0));
    float rim=reach*(1.0-0.34*t*t-0.15*t)*(1.0+0.022*sin(turn*43.0));
    return smoothstep(1.0,0.78,abs(t))*smoothstep(rim,rim-0.028,r)*mix(0.88,0.34,r/reach);
}
void main(){
    float u=mix(-0.06,1.34,uv.x),v=(uv.y-0.5)*0.72,y=abs(v),key=u_koi.y*61.0,rays; vec4 c=vec4(0.0);
    float s=(u-0.925)/(0.40*u_koi.w),spread=0.014+0.150*pow(clamp(s,0.0,1.3),0.82),x=abs(v)/max(spread,0.01);
    float end=0.52+0.50*pow(min(x*1.05,1.0),1.4)+0.018*sin(v*130.0+key),fan=v/(s+0.24); rays=0.5+0.5*sin(fan*118.0+sin(fan*37.0));
    float tail=smoothstep(0.0,0.05,s)*smoothstep(spread,spread-0.016,y)*smoothstep(end,end-0.12,s)*mix(0.92,0.30,smoothstep(0.0,0.95,s));
    c=over(c,u_fin*(0.72+0.30*rays),tail*(0.60+0.40*rays));
    float pectoral=fin(vec2(u,y),vec2(0.235,u_koi.z*0.62),0.92+0.10*sin(key),0.205*u_koi.w,0.64,rays);
    c=over(c,u_fin*(0.72+0.32*rays),pectoral*(0.56+0.40*rays));
    float pelvic=fin(vec2(u,y),vec2(0.560,u_koi.z*0.50),0.60,0.118*u_koi.w,0.52,rays); c=over(c,u_fin*(0.72+0.30*rays),pelvic*(0.56+0.40*rays));
    float w=half_width(u),edge=w-y,t=clamp(v/max(w,0.003),-1.0,1.0),round=sqrt(max(1.0-t*t,0.0));
    float body=smoothstep(-0.0020,0.0030,edge)*smoothstep(-0.003,0.006,u)*smoothstep(1.02,0.965,u);
    if(body>0.0){
        vec2 q=vec2(u*3.0,v*5.6)+key; q+=0.40*vec2(fbm2(q*1.8,3)-0.5,fbm2(q*1.8+9.0,3)-0.5);
        float one=fbm2(q*1.02+3.0,3),two=fbm2(q*1.9+40.0,3),head=smoothstep(0.235,0.275,u+0.05*t*t);
        float red=smoothstep(0.012,-0.012,one-u_coat.x*0.9-0.02*cos(u*9.0+key)),black=smoothstep(0.012,-0.012,two-u_coat.y*0.9);
        red*=mix(1.0,head,u_coat.w)*smoothstep(0.98,0.90,u); vec3 b=mix(u_ground,u_first,red*step(0.001,u_coat.x)); b=mix(b,u_second,black*step(0.001,u_coat.y)*smoothstep(0.08,0.20,u));
        if(u_koi.x>5.5&&u_koi.x<6.5){float crown=length(vec2((u-0.118)/0.056,v/(u_koi.z*0.44))); b=mix(u_ground,u_first,smoothstep(1.10,0.92,crown+0.25*(one-0.4)));}
        if(u_koi.x>3.5&&u_koi.x<4.5){b=mix(b,u_first,smoothstep(0.50,0.92,abs(t))*smoothstep(0.12,0.26,u)); b=mix(vec3(0.72,0.75,0.75),b,smoothstep(0.13,0.24,u));}
        vec2 g=vec2(u*34.0,v*30.0); g.y+=0.5*mod(floor(g.x),2.0); vec2 f=fract(g)-0.5; float scale=length(vec2(f.x+0.42,f.y*1.05)),net=smoothstep(0.60,0.86,scale);
        float clad=smoothstep(0.21,0.28,u)*smoothstep(0.97,0.84,u); b*=1.0-u_coat.z*net*clad*(1.0-0.5*abs(t)); b*=1.0+0.10*smoothstep(0.2,0.55,scale)*(1.0-net)*clad;
        b*=mix(0.36,1.04,pow(round,0.70)); float gill=smoothstep(0.014,0.0,abs(u-0.205+0.048*t*t))*smoothstep(0.16,0.55,abs(t)); b*=1.0-0.34*gill;
        float back=smoothstep(0.026,0.004,y)*smoothstep(0.32,0.40,u)*smoothstep(0.76,0.60,u); b*=1.0-0.28*back; b=mix(b,u_fin,0.75*smoothstep(0.011,0.0,y)*smoothstep(0.34,0.42,u)*smoothstep(0.74,0.60,u));
        b*=1.0-0.30*smoothstep(0.016,0.0,length(vec2(u-0.026,y-0.020)));
        float eye=length(vec2(u-0.090,(y-u_koi.z*0.56)*1.2)); b=mix(b,vec3(0.30,0.22,0.10),smoothstep(0.0165,0.0130,eye)); b=mix(b,vec3(0.01),smoothstep(0.0115,0.0085,eye));
        b+=vec3(0.17,0.18,0.19)*exp(-(t-0.25)*(t-0.25)*30.0)*smoothstep(0.03,0.13,u)*smoothstep(1.0,0.5,u)*(1.0-0.6*net*clad);
        c=over(c,b,body);
    }
    float barbel=smoothstep(0.0045,0.0015,abs(y-0.028+u*0.55))*step(-0.034,u)*step(u,0.010); c=over(c,u_fin*0.7,barbel*0.6);
    colour=vec4(sqrt(c.rgb/max(c.a,0.001))*c.a,c.a);
}
