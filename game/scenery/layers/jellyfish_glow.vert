#include "jellyfish.glsl"
in vec2 in_corner; out vec2 q; flat out vec4 glow;
void main(){q=in_corner; glow=vec4(mix(tint_of(in_kind.x),vec3(0.5,0.75,1.0),0.35)*(0.9+0.3*u_pulse),1.0-in_kind.y*0.7);
    gl_Position=placed(body_at(0.0)+vec2(0.0,0.1*in_body.z)+q*in_body.z*1.8);}
