// The surface, small: how it slopes (x, y), how bright what it mirrors is (z), mist on it (w). It mirrors clouds, trees on the
// far side, and a bough that reaches in over it from `u_side` (-1 left, 1 right).
in vec2 uv; out vec4 colour; uniform mat4 u_waves,u_more; uniform float u_aspect,u_seed,u_ripple,u_mist,u_side,u_broken; uniform vec4 u_clouds;
vec2 wave(vec4 w,vec2 p){return w.xy*inversesqrt(dot(w.xy,w.xy))*cos(dot(w.xy,p)+w.z)*w.w;}
float limb(vec2 p,vec2 a,vec2 b,float wide){vec2 d=b-a,e=p-a; float t=clamp(dot(e,d)/dot(d,d),0.0,1.0); return length(e-d*t)-wide*(1.0-0.75*t);}
float bough(vec2 p){ // its wood as a distance, and leaves in clumps about it
    p.y+=0.03*sin(p.x*7.0+u_seed); p+=0.012*(noise2(p*14.0+u_seed)-0.5);
    float wood=limb(p,vec2(-0.1,0.60),vec2(0.62,0.50),0.021);
    wood=min(wood,min(limb(p,vec2(0.16,0.57),vec2(0.46,0.37),0.010),limb(p,vec2(0.30,0.55),vec2(0.55,0.66),0.009)));
    wood=min(wood,limb(p,vec2(0.42,0.53),vec2(0.66,0.42),0.007)); float leaves=fbm2_drifting(p*15.0+u_seed,2)-0.30-wood*4.6;
    return max(smoothstep(0.006,-0.004,wood),0.85*smoothstep(0.0,0.12,leaves));
}
void main(){
    vec2 p=vec2(uv.x*u_aspect,uv.y),q=p+0.020*sin(p.yx*7.0+u_seed); vec2 s=vec2(0.0);
    for(int i=0;i<4;i++) s+=wave(u_waves[i],q)+wave(u_more[i],q);
    s*=u_ripple; vec2 m=p+s*0.09; float cloud=fbm2_drifting(m*vec2(1.5,2.3)+u_clouds.xy+u_seed,3),sky=0.24+0.76*smoothstep(0.33,0.53,cloud);
    float crown=fbm2_drifting(m*3.6+u_seed+64.0,4); float up=m.y+0.20*(noise2(m*1.3+u_seed+7.0)-0.5);
    sky*=1.0-0.92*smoothstep(0.0,0.035,crown-0.74+0.66*(up-0.50)); vec2 b=p+s*0.045; if(u_side>0.0) b.x=u_aspect-b.x;
    if(b.x<1.0){sky=max(sky,0.80*smoothstep(0.50,0.12,length((b-vec2(0.36,0.50))*vec2(0.8,1.25)))); sky*=1.0-0.90*bough(b);}
    // A low light leaves shreds of it: long, level, wandering with the waves.
    float shred=noise2(m*vec2(2.3,19.0)+s*vec2(0.25,1.1)+u_seed+u_clouds.xy*6.0)*0.65+noise2(m*vec2(6.0,44.0)+s*2.0-u_clouds.yx*9.0)*0.35;
    sky*=mix(1.0,smoothstep(0.47,0.70,shred)*1.25,u_broken);
    float mist=u_mist*smoothstep(0.30,0.78,fbm2_drifting(p*1.5+u_clouds.zw+u_seed,3)+0.16*(p.y-0.5));
    colour=vec4(s,sky,mist);
}
