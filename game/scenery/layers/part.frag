// A band of the picture, copied small.
in vec2 uv; out vec4 colour; uniform sampler2D u_picture; uniform vec2 u_band; // from, to (0..1 of the height)
void main(){colour=texture(u_picture,vec2(uv.x,mix(u_band.x,u_band.y,uv.y)));}
