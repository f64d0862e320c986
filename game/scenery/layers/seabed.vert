in vec2 in_corner; in float in_unused; out vec2 at; uniform float u_top;
void main(){at=(in_corner*0.5+0.5)*vec2(1.0,u_top); gl_Position=vec4(at*2.0-1.0,0.0,1.0);}
