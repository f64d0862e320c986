// The land beyond the windows, once: how far in the air (r), how white (g), how much it covers (a). A far wood, a hill
// with whole small trees, and a slope with a few large spruces: each stands in the snow of its own ground.
in vec2 uv; out vec4 colour; uniform float u_aspect,u_seed;
float crest(float x,float k){return mix(0.052,-0.085,k*0.5)+(0.050-0.006*k)*(fbm2(vec2(x*(1.1+0.5*k)+u_seed+k*31.0,k*7.0),3)-0.45);}
// Left of it nothing (x), and how much snow lies there (y).
vec2 spruce(vec2 p,float high,float own){
    float u=p.y/high,down=1.0-u; if(u<-0.02||down<0.0) return vec2(0.0);
    float side=p.x<0.0?-1.0:1.0,row=pow(down,0.85)*8.5+0.35*own+0.16*side+0.50*(noise2(vec2(p.x/high*9.0+own*7.0,u*5.0))-0.5)-abs(p.x)/high*1.5,tier=fract(row);
    float ragged=noise2(vec2(row*2.3+own*11.0,side*5.0+20.0)),wide=high*(0.015+0.205*pow(down,0.80)*(0.55+0.40*tier)*(0.74+0.42*ragged))*smoothstep(-0.02,0.03,u);
    float soft=max(0.0016,0.05*wide); return vec2(smoothstep(wide+soft,wide-soft,abs(p.x)),smoothstep(0.30,0.75,tier+0.35*(noise2(p*vec2(170.0,230.0)+own)-0.5))*smoothstep(0.15,0.55,abs(p.x)/max(wide,1e-4)+0.5*ragged));
}
void main(){
    vec2 p=vec2(uv.x*u_aspect,(uv.y-0.30)/2.2); vec4 c=vec4(1.0,0.9,0.0,0.0);
    float wood=0.060+0.030*fbm2(vec2(p.x*1.7+u_seed,3.0),3),teeth=0.020*noise2(vec2(p.x*60.0,u_seed))+0.016*noise2(vec2(p.x*135.0,7.0+u_seed));
    c=mix(c,vec4(0.80,0.10+0.25*noise2(p*vec2(90.0,160.0)),0.0,1.0),smoothstep(wood+teeth+0.003,wood+teeth-0.004,p.y));
    for(int k=0;k<3;k++){
        float f=float(k),many=ceil((k==0?19.0:(k==1?17.0:10.5))*min(u_aspect,2.4));
        for(int j=0;j<46;j++){
            if(float(j)>=many) break;
            vec2 h=vec2(hash2(ivec2(j,int(u_seed)+k*41)),hash2(ivec2(j+90,int(u_seed)+k*41))); float x=(float(j)+0.15+0.7*h.x)/many*u_aspect*1.04;
            float high=(k==0?0.044:(k==1?0.088:0.270))*(0.50+0.72*h.y),foot=crest(x,f)-0.008-0.006*f; vec2 s=spruce(p-vec2(x,foot),high,h.x*9.0+h.y);
            if(fract(h.x*7.0+h.y*3.0)>0.16) c=mix(c,vec4(0.72-0.28*f,s.y*0.75,0.0,1.0),s.x);
        }
        float top=crest(p.x,f)+0.003*noise2(vec2(p.x*30.0,f)),deep=top-p.y,white=0.97-0.30*smoothstep(0.0,0.09,deep)*fbm2(vec2(p.x*4.0,p.y*34.0)+f*9.0,3)-0.10*smoothstep(0.012,0.0,deep)*step(0.0,f);
        c=mix(c,vec4(0.64-0.25*f,white,0.0,1.0),smoothstep(-0.002,0.003,deep));
    }
    colour=c;
}
