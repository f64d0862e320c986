// Part of the screen: bottom and height of it.
in vec2 in_corner; in float in_unused; out vec2 uv; uniform vec2 u_part;
void main(){uv=vec2(in_corner.x*0.5+0.5,u_part.x+(in_corner.y*0.5+0.5)*u_part.y); gl_Position=vec4(uv*2.0-1.0,0.0,1.0);}
