// A target brought to another size.
in vec2 uv; out vec4 colour; uniform sampler2D u_picture;
void main(){colour=texture(u_picture,uv);}
