in vec2 in_at; in vec4 in_slope; out vec4 slope; out vec2 place; uniform float u_tall,u_width;
void main(){slope=in_slope; place=vec2(in_at.x*u_width,in_at.y)+3.0; gl_Position=vec4(in_at.x*2.0-1.0,in_at.y/u_tall*2.0-1.0,0.0,1.0);}
