in vec2 in_corner; out vec2 at; uniform vec4 u_frame; uniform float u_aspect,u_margin; uniform vec2 u_lean;
void main(){ at=in_corner*0.5+0.5; vec2 p=u_frame.xy+at*u_frame.zw; gl_Position=vec4((vec2(p.x/u_aspect-u_margin,p.y)+u_lean)*2.0-1.0,0.0,1.0); }
