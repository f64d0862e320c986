// One form afloat, seen from above, in its own square; premultiplied. A pad: light and dark, slope, age. Else: light, blush, heart.
in vec2 uv; out vec4 colour; uniform float u_key;
#ifdef FLOWER
float petal_width(float u,float wide){return wide*pow(max(sin(3.14159*pow(clamp(u,0.0,1.0),0.70)),0.0),0.72)*(1.0-0.26*u);}
vec4 flower(vec2 q,float key){
    vec4 c=vec4(0.0);
    for(int ring=0;ring<4;ring++){
        float fl=float(ring),count=ring==3?6.0:9.0-floor(fl*0.5),len=0.97-0.195*fl,wide=0.285-0.036*fl,off=0.5*mod(fl,2.0)+(fl*0.23+key)/6.28318*count;
        float nearest=floor(atan(q.y,q.x)/6.28318*count-off+0.5);
        for(int k=0;k<3;k++){ // the petals to both sides, then the one that lies here
            float n=mod(nearest+(k==0?-1.0:k==1?1.0:0.0),count); int i=int(n);
            float a=6.28318*(n+off+0.14*(hash2(ivec2(i,ring*7+int(key)))-0.5))/count; vec2 d=vec2(cos(a),sin(a)),e=vec2(dot(q,d),dot(q,vec2(-d.y,d.x)));
            float reach=len*(0.90+0.16*hash2(ivec2(i+20,ring+int(key)))),u=e.x/reach,w=petal_width(u,wide),m=smoothstep(-0.004,0.012,w-abs(e.y))*step(0.0,u)*step(u,1.0); if(m<=0.0) continue;
            float t=e.y/max(w,0.01),light=(0.60+0.26*u+0.06*fl)*(0.94+0.06*cos(t*20.0))*(1.0-0.30*smoothstep(0.60,1.0,abs(t))*(0.4+0.6*u)); light*=1.0-(ring<3?0.30:0.10)*smoothstep(0.75,0.15,u);
            vec3 p=vec3(light,smoothstep(0.12,1.0,u)*(0.95-0.14*fl),0.35*smoothstep(0.36,0.0,u)); c=vec4(mix(c.rgb*(1.0-0.22*smoothstep(0.09,-0.03,abs(e.y)-w)),p,m),max(c.a,m));
        }
    }
    float r=length(q),a=atan(q.y,q.x),rim=0.16+0.034*sin(a*23.0)+0.02*sin(a*37.0+2.0),m=smoothstep(rim,rim-0.03,r);
    c.rgb=mix(c.rgb,vec3(0.72+0.26*smoothstep(0.0,0.16,r)*(0.6+0.4*sin(a*23.0)),0.2,1.0),m*c.a); return vec4(c.rgb*c.a,c.a);
}
#elif defined PAD
vec4 pad(vec2 q,float key){
    float a=atan(q.y,q.x),r=length(q),rim=0.985-0.030*noise2(vec2(a*2.6+9.0,key))-0.012*sin(a*5.0+key)-0.008*sin(a*13.0+key*2.0);
    float wide=0.05+0.13*hash1(uint(key*7.0)+5u),cut=abs(a)-wide*(0.22+0.78*r)-0.010/(r+0.12); float m=smoothstep(rim,rim-0.012,r)*smoothstep(0.0,0.022,cut*r+0.002);
    float ribs=15.0+floor(4.0*hash1(uint(key*11.0)+1u)),fa=a/6.28318*ribs,f=abs(fract(fa)-0.5),off=(0.5-f)*r*6.28318/ribs;
    float vein=smoothstep(0.016,0.002,off)*smoothstep(1.0,0.55,r),fork=smoothstep(0.014,0.002,abs(off-0.34*max(r-0.52,0.0)))*smoothstep(0.50,0.60,r)*smoothstep(0.97,0.82,r);
    float cloth=fbm2(q*2.6+key*5.0,4),fine=fbm2(vec2(a*8.0,r*13.0)+key,3); float tone=0.44+0.24*cloth+0.16*fine+0.12*vein+0.07*fork+0.16*smoothstep(0.06,0.015,r)+0.07*smoothstep(0.020,0.0,abs(r-rim+0.026));
    float curl=(fract(fa)-0.5)*0.22*smoothstep(0.2,0.9,r); tone*=0.82+0.18*smoothstep(0.0,0.10,cut*r);
    float age=smoothstep(rim-0.13,rim-0.01,r)*0.55+smoothstep(0.60,0.74,fbm2(q*3.6+key*13.0,3))*0.7; float bite=smoothstep(0.70,0.73,fbm2(q*3.1+key*3.0+70.0,2)*(0.62+0.42*r)); m*=1.0-bite;
    return vec4(clamp(tone,0.0,1.0),0.5+curl+0.10*(cloth-0.5),clamp(age,0.0,1.0),1.0)*m;
}
#endif
void main(){
    vec2 q=(uv-0.5)*2.16;
#ifdef PAD
    colour=pad(q,u_key);
#elif defined FLOWER
    colour=flower(q,u_key);
#else
    float u=q.x*0.5+0.5,w=0.44*pow(max(sin(3.1416*pow(clamp(u,0.0,1.0),0.8)),0.0),0.7)-0.10*smoothstep(0.90,1.0,u),m=smoothstep(0.0,0.05,w-abs(q.y));
    colour=vec4(0.78+0.22*q.y/0.4,smoothstep(1.0,0.1,u),0.0,1.0)*m;
#endif
}
