// The light of all curtains as it is laid over the picture.
in vec2 uv; out vec4 colour; uniform sampler2D u_light; uniform float u_bright;
void main(){ colour=vec4(encode(texture(u_light,uv).rgb*u_bright),1.0); }
