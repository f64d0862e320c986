in vec2 in_corner; out vec2 uv,at;
uniform vec2 u_foot,u_half; // its foot's middle, and half its width and its height, of the screen
void main(){uv=in_corner*0.5+0.5; at=u_foot+vec2(in_corner.x*u_half.x,uv.y*u_half.y); gl_Position=vec4(at*2.0-1.0,0.0,1.0);}
