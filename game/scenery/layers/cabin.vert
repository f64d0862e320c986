#include "air.glsl"
#include "snow_light.glsl"
in vec2 in_corner; out vec2 map; out vec3 light; out vec3 fog; out vec3 open;
uniform vec4 u_frame; uniform float u_margin,u_mirrored; uniform vec2 u_lean;
void main(){
    map=in_corner*0.5+0.5; vec2 p=u_frame.xy+map*u_frame.zw, at=vec2(p.x/u_aspect-u_margin,p.y)+u_lean;
    light=way_of_light(at); fog=fog_at(vec2(at.x,u_horizon_ratio)); open=mix(u_ambient*0.5,open_light(at.x),u_mirrored);
    gl_Position=vec4(at*2.0-1.0,0.0,1.0);
}
