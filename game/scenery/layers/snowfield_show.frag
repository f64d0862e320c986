// The valley as it was lit last.
in vec2 map; out vec4 colour; uniform sampler2D u_lit;
void main(){ colour=texture(u_lit,map); }
