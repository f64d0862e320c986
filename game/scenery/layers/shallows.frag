// Stones, wood and reeds, and what the water shows of them: bent by its waves, darker, and dying away downward.
#include "leaves.glsl"
in vec2 map; in vec4 lit; in vec4 haze; in vec4 cell; in vec4 wave; in float reed; out vec4 colour;
// cell: left and right in the map, map widths and heights a screen height. wave: place on the water, how far under.
uniform sampler2D u_map; uniform vec3 u_stone,u_moss,u_stem,u_blade; uniform vec4 u_flow; uniform float u_ripple;
void main(){
    float under=wave.z, s=(noise2(wave.xy*vec2(0.55,1.0)+u_flow.xy)-0.5)*0.62+(noise2(wave.xy*vec2(1.4,2.3)+u_flow.zw)-0.5)*0.46;
    vec2 bend=vec2(0.030,0.060)*s*u_ripple*min(under*30.0,1.0)*step(0.00001,under);
    vec2 from=map+bend*cell.zw; from.x=clamp(from.x,cell.x,cell.y);
    vec4 m=texture(u_map,from); if(m.a<0.004) discard; m.rgb/=m.a;
    vec3 body=mix(mix(u_stone,u_moss,m.b),mix(u_stem,u_blade,m.b),reed), c=lit_body(body,m.rgb,lit);
    c=c*(1.0-haze.a)+haze.rgb;
    float seen=under>0.0?0.78-0.42*smoothstep(0.0,1.0,wave.w):1.0;
    c*=under>0.0?0.72:1.0;
    colour=vec4(encode(c),1.0)*m.a*seen;
}
