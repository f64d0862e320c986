in vec2 in_at; in vec3 in_face; in vec2 in_more; out vec3 face; out vec2 more; uniform vec4 u_frame;
void main(){face=in_face; more=in_more; gl_Position=vec4((in_at-u_frame.xy)/u_frame.zw*2.0-1.0,0.0,1.0);}
