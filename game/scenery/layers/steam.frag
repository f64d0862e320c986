// Steam: thin, rising, folding over itself, gone within a hand's breadth.
in vec2 v_at; out vec4 colour; uniform vec3 u_tone; uniform vec3 u_rise; // how far it has risen, and two slow sideways drifts
void main(){
    float y=v_at.y, bend=(noise2(vec2(u_rise.y,y*3.2+4096.0-u_rise.x))-0.5)*2.1*y;
    float x=(v_at.x-bend)/(0.24+0.70*y);
    float n=fbm2_drifting(vec2(x*0.9+16.0+u_rise.z,y*2.9+4096.0-u_rise.x),2);
    float a=exp(-x*x*2.4)*smoothstep(0.14,0.64,n+0.16*exp(-y*7.0))*smoothstep(0.0,0.06,y)*smoothstep(1.0,0.25,y);
    a*=smoothstep(1.0,0.8,abs(v_at.x));
    colour=vec4(u_tone*a,a*0.16);
}
