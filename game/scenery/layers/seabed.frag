// Sand under the water: an even plane that runs out into the blue, a net of light over it.
in vec2 at; out vec4 colour; uniform sampler2D u_net;
#include "air.glsl"
#include "sea.glsl"
uniform vec3 u_sand; uniform vec4 u_drift; uniform float u_nets,u_ripple,u_clear,u_top,u_seed,u_lean_x;
void main(){
    float away=0.13/(u_horizon_ratio+0.030-at.y); vec2 p=vec2((at.x-0.5-u_lean_x)*u_aspect*away,away);
    vec4 t=texture(u_net,p*vec2(0.55,0.75)+0.2+u_seed);
    float net=min(texture(u_net,p*0.62+u_drift.xy).r,texture(u_net,p*0.50+u_drift.zw+0.37).g);
    float lit=exp(-abs(at.x-u_from.x)*u_aspect*1.15), dune=0.012*sin(at.x*u_aspect*3.1+u_seed)+0.008*sin(at.x*u_aspect*7.3+1.0+u_seed*2.0);
    float grain=0.62+0.55*t.b+u_ripple*(t.a-0.5)*smoothstep(1.6,0.6,away);
    vec3 c=u_sand*((u_ambient*1.1+u_sky_middle*0.12)*grain*(0.7+0.5*lit)+u_direct*net*net*(0.16+0.62*lit)*u_nets*(0.6+0.8*t.b));
    float seen=exp(-max(away-0.62,0.0)*mix(2.2,0.6,u_clear))*smoothstep(u_top-0.005,u_top-0.06,at.y+dune);
    colour=vec4(encode(c)+dither(gl_FragCoord.xy),1.0)*seen;
}
