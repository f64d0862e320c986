// Mist now: red how much, green how many fine droplets stand here, blue where no finger has passed, alpha
// where no run has, and least at the track's wet edge; trails and wipes are multiplied into them.
in vec2 uv; out vec4 colour; uniform sampler2D u_settled; uniform float u_mist,u_breath,u_aspect; uniform vec2 u_mouth;
void main(){
    float settled=texture(u_settled,uv).r;
    vec2 p=(uv-u_mouth)*vec2(u_aspect,1.15); float blown=exp(-dot(p,p)*11.0)*u_breath;
    float aside=abs(uv.x*2.0-1.0), cold=smoothstep(0.62,0.0,uv.y)*(0.45+0.55*aside*aside)+0.35*smoothstep(0.80,1.0,aside); // low down and at the frame glass is coldest
    float m=smoothstep(0.0,1.0,settled*1.25+u_mist*1.3-0.50+0.55*cold*min(u_mist*3.0,1.0)+blown*(0.20+0.25*settled))*min((u_mist+blown)*6.0,1.0);
    colour=vec4(m*0.94,0.12+0.88*smoothstep(0.34,0.80,settled),1.0,1.0);
}
