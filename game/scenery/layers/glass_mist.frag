// Mist now: red how much, green whether fine droplets stand here. Trails and wipes are multiplied into it.
in vec2 uv; out vec4 colour; uniform sampler2D u_settled; uniform float u_mist;
void main(){
    float s=texture(u_settled,uv).r;
    float m=smoothstep(0.0,1.0,s+u_mist*1.4-0.50)*min(u_mist*6.0,1.0);
    colour=vec4(m*0.94,1.0,0.0,1.0);
}
