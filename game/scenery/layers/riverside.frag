in vec2 uv; out vec4 colour; uniform sampler2D u_lit;
void main(){colour=texture(u_lit,uv);}
