// A footprint: dark where its wall turns from the light, light where it faces it.
in vec2 q; in vec2 more; in float size; out vec4 colour; uniform vec3 u_way,u_shade; uniform float u_deep;
void main(){
    float r=dot(q,q), a=smoothstep(1.0,0.55,r); float wall=dot(q,normalize(vec2(u_way.x,u_way.z*0.4+0.001)));
    float dark=clamp(0.42+0.5*wall,0.0,0.9)*a*u_deep; float lit=clamp(-wall-0.2,0.0,1.0)*a*u_deep*0.16;
    colour=vec4(encode(u_shade*0.5)*dark+lit,dark);
}
