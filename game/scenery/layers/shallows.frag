// Stones, wood and reeds; turned, what the water shows of them: bent by its waves, darker, and dying away downward.
#include "leaves.glsl"
in vec2 map; in vec4 lit; in vec4 haze; in vec3 wave; in float reed; out vec4 colour;
// wave: place on the water, height over it in screen heights.
uniform sampler2D u_map; uniform vec3 u_stone,u_moss,u_stem,u_blade; uniform vec2 u_flow,u_sheet; uniform float u_ripple;
void main(){
#ifdef TURNED
    float s=noise2(wave.xy+u_flow)-0.5;
    vec4 m=texture(u_map,map+vec2(0.034,0.066)*s*u_ripple*min(wave.z*26.0,1.0)/u_sheet);
    float seen=0.80-0.42*min(wave.z*7.0,1.0);
#else
    vec4 m=texture(u_map,map);
#endif
    if(m.a<0.004) discard; m.rgb/=m.a;
    vec3 c=lit_body(mix(mix(u_stone,u_moss,m.b),mix(u_stem,u_blade,m.b),reed),m.rgb,lit);
    c=c*(1.0-haze.a)+haze.rgb;
#ifdef TURNED
    colour=vec4(encode(c*0.72),1.0)*(m.a*seen);
#else
    colour=vec4(encode(c),1.0)*m.a;
#endif
}
