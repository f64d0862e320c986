// The surface, small: how it slopes (x, y), how much open sky it mirrors (z), mist on it (w).
in vec2 uv; out vec4 colour; uniform mat4 u_waves,u_more; uniform float u_aspect,u_seed,u_ripple,u_mist; uniform vec4 u_clouds;
vec2 wave(vec4 w,vec2 p){return w.xy*inversesqrt(dot(w.xy,w.xy))*cos(dot(w.xy,p)+w.z)*w.w;}
void main(){
    vec2 p=vec2(uv.x*u_aspect,uv.y),q=p+0.020*sin(p.yx*7.0+u_seed); vec2 s=vec2(0.0);
    for(int i=0;i<4;i++) s+=wave(u_waves[i],q)+wave(u_more[i],q);
    s*=u_ripple; vec2 m=p+s*0.09; float cloud=fbm2_drifting(m*1.7+u_clouds.xy+u_seed,3),sky=0.42+0.58*smoothstep(0.36,0.60,cloud);
    float crown=fbm2_drifting(m*3.6+u_seed+64.0,4); float up=m.y+0.20*(noise2(m*1.3+u_seed+7.0)-0.5);
    sky*=1.0-0.92*smoothstep(0.0,0.035,crown-0.74+0.66*(up-0.46));
    float mist=u_mist*smoothstep(0.30,0.78,fbm2_drifting(p*1.5+u_clouds.zw+u_seed,3)+0.16*(p.y-0.5));
    colour=vec4(s,sky,mist);
}
