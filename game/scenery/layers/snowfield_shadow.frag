in vec2 q; out vec4 colour;
void main(){ float a=smoothstep(1.0,0.30,abs(q.x))*smoothstep(1.0,0.45,q.y)*0.92; colour=vec4(a,a,a,a); }
