in vec2 in_corner; out vec2 q;
uniform vec2 u_at; uniform float u_aspect,u_reach;
void main(){q=in_corner*u_reach; gl_Position=vec4((u_at+in_corner*u_reach*vec2(1.0/u_aspect,1.0))*2.0-1.0,0.0,1.0);}
