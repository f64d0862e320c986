// The surface: what lies under it, bent by its slopes, and what is laid over it.
#include "pond.glsl"
in vec2 uv; out vec4 colour; uniform sampler2D u_under,u_wave,u_over; uniform vec2 u_bend;
void main(){
    vec4 w=texture(u_wave,uv); colour=vec4(texture(u_under,uv+slope_of(w)*u_bend).rgb*(w.z*2.0)+texture(u_over,uv).rgb,1.0);
}
