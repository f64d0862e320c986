// The sand from the bottom edge to a height.
in vec2 in_at; out vec2 uv; uniform float u_top;
void main(){uv=in_at; gl_Position=vec4(vec2(in_at.x,in_at.y*u_top)*2.0-1.0,0.0,1.0);}
