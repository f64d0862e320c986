// The painted picture, laid over what was shown before only as much as each cell of a coarse grid allows.
in vec2 uv; out vec4 colour;
uniform sampler2D u_picture; uniform sampler2D u_freedom;
void main(){colour=vec4(texture(u_picture,uv).rgb,texture(u_freedom,uv).r);}
