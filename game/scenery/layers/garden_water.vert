// A rectangle of the screen.
in vec2 in_vert; in vec2 in_uv; out vec2 uv; uniform vec4 u_box;
void main(){uv=in_uv; gl_Position=vec4(mix(u_box.xy,u_box.zw,in_uv)*2.0-1.0,0.0,1.0);}
