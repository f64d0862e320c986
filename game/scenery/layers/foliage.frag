// Plants under the light of the hour: needles and leaves, the light through their edges, the air before them.
#include "leaves.glsl"
in vec2 map; in vec4 lit; out vec4 colour;
#ifndef CLOSE
in vec4 haze;
#endif
uniform sampler2D u_map; uniform vec3 u_needle,u_leaf;
void main(){
    vec4 m=texture(u_map,map); if(m.a<0.004) discard; m.rgb/=m.a;
    vec3 c=lit_body(mix(u_needle,u_leaf,m.b),m.rgb,lit);
#ifndef CLOSE // no air to speak of lies before what is close
    c=c*(1.0-haze.a)+haze.rgb;
#endif
    colour=vec4(encode(c)*m.a,m.a);
}
