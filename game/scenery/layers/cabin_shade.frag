// The shadow a house casts on the snow, and the soft one at its foot: everything in halves of the square it lies in.
in vec2 q; out vec4 colour; uniform vec2 u_way; uniform vec3 u_tone; uniform float u_cast;
void main(){
    float t=clamp(dot(q,u_way)/dot(u_way,u_way),0.0,1.0), d=length(q-u_way*t), r=length(q*vec2(1.0,1.15));
    float long_=smoothstep(0.34,0.12,d)*u_cast*(1.0-0.35*t), foot=0.26*smoothstep(0.52,0.16,r), a=max(long_,foot)*smoothstep(1.0,0.8,max(abs(q.x),abs(q.y)));
    colour=vec4(u_tone*a,a);
}
