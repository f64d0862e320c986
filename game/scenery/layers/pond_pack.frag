// Slopes of the surface, sky and mist as bytes.
#include "pond.glsl"
in vec2 uv; out vec4 colour; uniform sampler2D u_wave;
void main(){vec4 w=texture(u_wave,uv); colour=vec4(w.xy/(2.0*STEEPEST)+0.5,w.zw);}
