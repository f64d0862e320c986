// Sand in a few cells: how light it is in the open and under the net, and how far it is seen, at their corners.
#include "air.glsl"
#include "sea.glsl"
in vec2 in_at; out vec2 at; out vec3 plain,bright; out float seen;
uniform vec3 u_sand; uniform float u_top,u_nets,u_clear,u_seed;
void main(){
    at=in_at*vec2(1.0,u_top); float away=0.13/(u_horizon_ratio+0.030-at.y),x=at.x*u_aspect;
    float lit=exp(-abs(at.x-u_from.x)*u_aspect*1.15),dune=0.012*sin(x*3.1+u_seed)+0.008*sin(x*7.3+1.0+u_seed*2.0);
    vec3 c=u_sand*(u_ambient*vec3(0.55,0.78,0.86)+u_sky_middle*0.55+u_sky_low*0.25)*(0.7+0.5*lit); plain=encode(c);
    bright=encode(c+u_sand*u_direct*vec3(0.86,0.96,1.0)*(0.16+0.62*lit)*u_nets)-plain;
    seen=exp(-max(away-0.62,0.0)*mix(2.2,0.6,u_clear))*smoothstep(u_top-0.005,u_top-0.06,at.y+dune); gl_Position=vec4(in_at*2.0-1.0,0.0,1.0);
}
