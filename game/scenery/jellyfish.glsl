// Where a jellyfish is, how wide its bell is open, and its colours (uniforms set by layers/jellyfish.py).
in vec4 in_body,in_kind; // x, y, radius, chance; tint, haze, lean, how much it goes by the breath
uniform vec4 u_roam,u_roam_rates; uniform vec3 u_own; uniform float u_pulse,u_aspect,u_height_px; uniform vec2 u_lean;
uniform vec3 u_near_tint,u_far_tint;
// So many seconds ago, in screen heights.
vec2 body_at(float ago){
    float k=in_body.w*6.2831853; vec4 w=u_roam-u_roam_rates*ago;
    vec2 roam=vec2(sin(w.x+k*3.0)*0.045+sin(w.y+k)*0.040,sin(w.z+k*2.0)*0.030+sin(w.w+k*5.0)*0.016);
    return vec2(in_body.x*u_aspect,in_body.y)+roam+vec2(0.0,in_body.z*0.12*(u_pulse-0.5)*exp(-ago*0.6))+u_lean*vec2(u_aspect,1.0)*(1.0-in_kind.y);
}
// How far it is squeezed together, 0..1: the rim last.
float squeeze(float u){
    float own=0.5+0.5*sin(u_own.x*(1.0+floor(in_body.w*2.99))+in_body.w*40.0-u*1.1);
    float breath=clamp(u_pulse*1.20-u*0.20,0.0,1.0);
    return 1.0-mix(own,breath,in_kind.w);
}
vec2 profile(float u,float c){
    float th=u*1.72, r=sin(th)*(1.0-0.27*c*u*u); r+=0.13*(1.0-c)*smoothstep(0.72,1.0,u)-0.05*c*smoothstep(0.8,1.0,u);
    return vec2(r,cos(th)*(0.70+0.20*c)-0.05*c*u);
}
float lean_of(float ago){return in_kind.z+0.10*sin(u_own.y-ago*u_own.z+in_body.w*20.0);}
const float TILT=0.30;
vec3 turned(vec3 p,float lean){
    float c=cos(TILT),s=sin(TILT); p=vec3(p.x,p.y*c-p.z*s,p.y*s+p.z*c); c=cos(lean); s=sin(lean);
    return vec3(p.x*c-p.y*s,p.x*s+p.y*c,p.z);
}
vec3 tint_of(float k){return mix(u_near_tint,u_far_tint,k);}
vec4 placed(vec2 p){return vec4(vec2(p.x/u_aspect,p.y)*2.0-1.0,0.0,1.0);}
