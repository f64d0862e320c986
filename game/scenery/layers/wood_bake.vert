in vec2 in_at; in vec3 in_face; out vec3 face; out vec2 at; uniform vec4 u_frame; // left, bottom, width, height in screen heights
void main(){face=in_face; at=in_at; gl_Position=vec4((in_at-u_frame.xy)/u_frame.zw*2.0-1.0,0.0,1.0);}
