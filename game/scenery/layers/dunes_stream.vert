in vec2 in_at; in vec4 in_veil; out vec4 veil; uniform float u_aspect,u_margin; uniform vec2 u_lean;
void main(){ veil=in_veil; vec2 at=vec2(in_at.x/u_aspect-u_margin,in_at.y)+u_lean; gl_Position=vec4(at*2.0-1.0,0.0,1.0); }
