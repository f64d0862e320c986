in vec2 q; out vec4 colour; uniform vec3 u_warm;
void main(){
    float y=q.y*0.5+0.5, fall=exp(-q.x*q.x*3.2)*smoothstep(1.0,0.5,abs(q.x))*smoothstep(0.0,0.16,y)*exp(-y*2.1)*smoothstep(1.0,0.6,y)*1.9;
    colour=vec4(encode(u_warm*fall),0.0);
}
