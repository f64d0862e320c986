// A baked reef on a grid that bends with the swell; light and blue are worked out at its corners.
#include "air.glsl"
#include "sea.glsl"
in vec2 in_at; out vec2 map,net_at; out vec3 ambient,direct,blue; out vec2 tips; out float aside;
uniform vec4 u_frame; uniform vec3 u_hold; uniform vec2 u_sway,u_lean; uniform float u_margin; uniform vec2 u_drift;
void main(){
    map=in_at; vec2 p=u_frame.xy+map*u_frame.zw; net_at=p*vec2(0.95,1.9)+u_drift;
    float free=clamp(dot(vec3(p,1.0),u_hold),0.0,1.3); free*=free;
    p+=u_sway*(gust(p.x)*0.75+gust(p.x*2.0+p.y*1.5+4.0)*0.25)*(0.30+0.80*u_wind.x)*step(0.0001,u_wind.x)*free;
    vec2 at=vec2(p.x/u_aspect-u_margin,p.y)+u_lean; float l=exp(-abs(at.x-u_from.x)*u_aspect*1.1);
    ambient=u_ambient*0.62+u_sky_middle*0.30; direct=u_direct*(0.22+0.70*l); tips=vec2(0.2+l,0.0);
    blue=sqrt(blue_at(clamp(at,0.002,0.998))); aside=clamp((u_from.x-at.x)*u_aspect*1.6,-1.0,1.0); gl_Position=vec4(at*2.0-1.0,0.0,1.0);
}
