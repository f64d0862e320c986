in vec2 q; in float shown; out vec4 colour; uniform vec3 u_tint;
void main(){ float a=exp(-dot(q,q)*3.0)*shown*smoothstep(1.0,0.6,length(q)); colour=vec4(u_tint*a,a); }
