// Where the moon is mirrored.
in vec2 in_corner; out vec2 q,at; uniform vec2 u_at; uniform float u_aspect,u_radius;
void main(){q=in_corner*4.0; at=u_at+q*u_radius/vec2(u_aspect,1.0); gl_Position=vec4(at*2.0-1.0,0.0,1.0);}
