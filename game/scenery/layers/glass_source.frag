// The picture so far, as linear light: what the glass refracts where no outlook has left its own.
in vec2 uv; out vec4 colour; uniform sampler2D u_picture;
void main(){colour=vec4(decode(texture(u_picture,uv).rgb),1.0);}
