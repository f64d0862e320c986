// Surface maps of what stands on the snow: side, light, snow; then haze, and whether it lies as the ground does.
in vec3 face; in vec2 more; out vec4 colour; uniform float u_which;
void main(){ colour=u_which<0.5?vec4(face.x*0.5+0.5,face.yz,1.0):vec4(more.x,0.0,0.5*more.y,1.0); }
