// Stones, wood and reeds; turned, what the water shows of them: bent by its waves, darker, and dying away downward.
#include "leaves.glsl"
in vec2 map; in vec4 lit; in vec4 haze; in vec3 wave; in float reed; out vec4 colour;
// wave: place on the water, height over it in screen heights.
uniform sampler2D u_map; uniform vec3 u_stone,u_moss,u_stem,u_blade; uniform vec2 u_flow,u_sheet; uniform float u_ripple;
void main(){
#ifdef TURNED
    // Bent ever more from the waterline down, by less than would fold the image; fine things smear downward.
    float s=noise2(wave.xy*vec2(0.7,0.5)+u_flow)-0.5, far=min(wave.z*9.0,1.0);
    vec2 from=map+vec2(0.011,0.006)*s*(0.3+u_ripple)*far/u_sheet, smear=vec2(0.0012,0.008*(0.4+reed))*far/u_sheet;
    vec4 m=texture(u_map,from+smear)*0.5+texture(u_map,from-smear)*0.5;
    float seen=clamp(0.94-wave.z*(3.0+3.0*reed)+s*far*0.4,0.06,0.92);
#else
    vec4 m=texture(u_map,map);
#endif
    if(m.a<0.004) discard; m.rgb/=m.a;
    vec3 c=lit_body(mix(mix(u_stone,u_moss,m.b),mix(u_stem,u_blade,m.b),reed),m.rgb,lit);
    c*=clamp(0.24+wave.z*150.0,0.24,1.0); // wet and dark where it meets the water
    c=c*(1.0-haze.a)+haze.rgb;
#ifdef TURNED
    colour=vec4(encode(c*0.52),1.0)*(m.a*seen);
#else
    colour=vec4(encode(c),1.0)*m.a;
#endif
}
