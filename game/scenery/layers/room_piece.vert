// One rectangle of the screen; q runs over it.
in vec2 in_vert; in vec2 in_uv; out vec2 uv,q; uniform vec4 u_rect; // left, bottom, width, height, 0..1
void main(){q=in_uv; uv=u_rect.xy+q*u_rect.zw; gl_Position=vec4(uv*2.0-1.0,0.0,1.0);}
