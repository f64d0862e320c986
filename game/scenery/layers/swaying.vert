// A baked plant on a grid that bends: what is far from its hold moves with the gusts.
#include "air.glsl"
#include "foliage.glsl"
in vec2 in_at; // 0..1 of the map
out vec2 map;
uniform vec4 u_frame; uniform vec3 u_hold; uniform vec2 u_sway,u_lean; uniform float u_margin;
void main(){
    map=in_at;
    vec2 p=u_frame.xy+map*u_frame.zw; // screen heights, from the left margin and the bottom edge
    float free=clamp(dot(vec3(p,1.0),u_hold),0.0,1.3); free*=free;
    float blow=(gust(p.x)*0.75+gust(p.x*2.0+p.y*1.5+4.0)*0.25+0.35)*(0.18+0.95*u_wind.x)*step(0.0001,u_wind.x);
    p+=u_sway*blow*free;
    vec2 at=vec2(p.x/u_aspect-u_margin,p.y)+u_lean;
    light_plant(at); gl_Position=vec4(at*2.0-1.0,0.0,1.0);
}
