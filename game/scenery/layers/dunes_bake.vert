in vec2 in_at; in vec2 in_place; in vec2 in_net; out vec2 place; out vec2 net; uniform vec4 u_frame;
void main(){place=in_place; net=in_net; gl_Position=vec4((in_at-u_frame.xy)/u_frame.zw*2.0-1.0,0.0,1.0);}
