// A plane of cloud, or a crag (CRAG): light, haze, heave and the hand are worked out at its corners.
#include "air.glsl"
out vec2 map; out vec3 light; out vec4 haze; out vec3 hand;
uniform vec2 u_lean; uniform float u_near,u_haze;
#ifdef CRAG
in vec2 in_corner; in vec4 in_crag; in vec2 in_look; // x, foot, width, height; shape, mirrored
uniform float u_cells;
void main(){
    vec2 c=in_corner*0.5+0.5; float w=(in_crag.z/u_aspect);
    vec2 at=vec2(in_crag.x+in_corner.x*w*0.5,in_crag.y+c.y*in_crag.w)+u_lean;
    map=vec2((in_look.x+0.5+in_corner.x*0.497)/u_cells,c.y); hand=vec3(c.y,in_look.y,0.0);
    vec2 way=(u_source_at-at)*vec2(u_aspect*1.15,1.0);
    float behind=1.0-smoothstep(0.25,1.0,(u_source_at.y-u_horizon_ratio)/(1.0-u_horizon_ratio));
    light=normalize(vec3(way.x*(1.0+behind*0.5),0.24+max(way.y,0.0)*0.9,mix(0.30+max(way.y,0.0)*0.5,0.04,behind)));
    float a=clamp(u_haze*(1.0-u_near)+0.03,0.0,1.0); a+=(1.0-a)*glare_at(at)*0.7;
    haze=vec4(fog_at(at)*a,a);
    gl_Position=vec4(at*2.0-1.0,0.0,1.0);
}
#else
in vec2 in_at;
uniform float u_crest,u_deep,u_foot,u_repeat,u_offset,u_surge; uniform vec4 u_phases;
uniform mat4 u_parts_a,u_parts_b,u_parts_c,u_crags_a,u_crags_b;
out vec3 lit; out vec3 shade; out vec3 valley;
float parted(vec2 at,mat4 m){
    float s=0.0;
    for(int i=0;i<4;i++){vec2 d=(at-m[i].xy)*vec2(u_aspect,1.5)/(0.16+0.10*u_near); s+=m[i].w*exp(-dot(d,d));}
    return s;
}
float surf(float x,mat4 m){
    float s=0.0;
    for(int i=0;i<4;i++){float d=(x-m[i].x)/max(m[i].y,0.01); s+=m[i].z*exp(-d*d)*(0.5+0.5*sin(m[i].w+d*1.3));}
    return s;
}
void main(){
    float x=in_at.x*u_aspect, v=in_at.y;
    float heave=0.6*sin(x*3.1/(0.4+u_near)+u_phases.x+u_near*9.0)+0.4*sin(x*6.7/(0.4+u_near)-u_phases.y+u_near*23.0);
    heave=u_surge*((0.004+0.016*u_near)*heave+(surf(x,u_crags_a)+surf(x,u_crags_b))*0.05);
    vec2 at=vec2(in_at.x,u_crest+heave-u_deep*(1.0-v));
    float p=parted(at,u_parts_a)+parted(at,u_parts_b)+parted(at,u_parts_c); p=p/(0.5+p);
    at.y-=p*u_deep*0.42*v;
    if(v<=0.0) at.y=min(at.y,u_foot);
    map=vec2(x/u_repeat+u_offset+0.010*sin(u_phases.z+x*4.0+v*3.0),v*0.99+0.005);
    at+=u_lean; hand=vec3(p,v,0.0);
    vec2 to=(u_source_at-at)*vec2(u_aspect,1.0); float g=near_light(at);
    light=normalize(vec3(to+vec2(0.0,0.26),0.62));
    float far=clamp(u_haze*pow(1.0-u_near,1.25),0.0,1.0), day=min(u_strength,1.7);
    vec3 fog=fog_at(at);
    vec3 l=u_sun*day*(0.78+0.30*g*u_twilight)+u_sky_low*0.20;
    vec3 s=mix(u_shade*1.05,u_sky_middle,0.42)*(0.74+0.22*u_daylight)+u_sun*day*0.07;
    float down=clamp(1.0-at.y/u_horizon_ratio,0.0,1.0); valley=encode(mix(fog,mix(s,fog,0.35)*0.96,down)); 
    lit=encode(mix(l,fog,far*0.75)); shade=encode(mix(s,fog,far));
    shade-=0.20*p*shade; lit-=0.34*p*lit;
    haze=vec4(g*g*min(u_strength,1.2),glare_at(at),0.0,0.0);
    gl_Position=vec4(at*2.0-1.0,0.0,1.0);
}
#endif
