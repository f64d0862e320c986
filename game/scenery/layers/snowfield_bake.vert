in vec2 in_at; in vec4 in_face; in vec3 in_place; out vec4 face; out vec3 place; uniform vec4 u_frame;
void main(){face=in_face; place=in_place; gl_Position=vec4((in_at-u_frame.xy)/u_frame.zw*2.0-1.0,0.0,1.0);}
