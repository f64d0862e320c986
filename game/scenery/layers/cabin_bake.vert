in vec2 in_at; in vec3 in_face; in vec3 in_where; out vec3 face; out vec2 where; uniform vec4 u_frame;
void main(){face=in_face; where=in_where.xy; gl_Position=vec4((in_at-u_frame.xy)/u_frame.zw*2.0-1.0,0.0,1.0);}
