in vec2 in_at; in vec4 in_slope; out vec4 slope; uniform float u_tall;
void main(){slope=in_slope; gl_Position=vec4(in_at.x*2.0-1.0,in_at.y/u_tall*2.0-1.0,0.0,1.0);}
