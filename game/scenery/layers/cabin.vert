#include "air.glsl"
in vec2 in_corner; out vec2 map; out vec3 light; out vec3 fog;
uniform vec4 u_frame; uniform float u_margin; uniform vec2 u_lean;
void main(){
    map=in_corner*0.5+0.5; vec2 p=u_frame.xy+map*u_frame.zw, at=vec2(p.x/u_aspect-u_margin,p.y)+u_lean;
    vec2 way=(u_source_at-vec2(at.x,u_horizon_ratio))*vec2(u_aspect*1.2,1.0);
    light=normalize(vec3(way.x,0.26+max(way.y,0.0)*0.9,0.22)); fog=fog_at(vec2(at.x,u_horizon_ratio));
    gl_Position=vec4(at*2.0-1.0,0.0,1.0);
}
