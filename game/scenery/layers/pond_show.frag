// The surface: what lies under it, bent by its slopes, and what is laid over it: sky, and brighter the clouds.
#include "pond.glsl"
in vec2 uv; in vec3 sky,cloud; out vec4 colour; uniform sampler2D u_under,u_wave; uniform vec2 u_bend;
void main(){
    vec4 w=texture(u_wave,uv); colour=vec4(texture(u_under,uv+slope_of(w)*u_bend).rgb*(w.z*2.0)+(sky+cloud*w.w)*w.w,1.0);
}
