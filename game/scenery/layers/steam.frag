// Steam: thin, rising, folding over itself, gone within a hand's breadth.
in vec2 v_at; out vec4 colour; uniform vec3 u_tone; uniform vec2 u_rise;
void main(){
    float y=v_at.y, bend=(noise2(vec2(u_rise.y*0.5,y*3.2-u_rise.x))-0.5)*1.5*y;
    float x=(v_at.x-bend)/(0.16+0.62*y);
    float n=fbm2(vec2(x*1.4,y*4.6-u_rise.x)+vec2(u_rise.y,0.0),3);
    float a=exp(-x*x*2.4)*smoothstep(0.26,0.70,n+0.16*exp(-y*7.0))*smoothstep(0.0,0.06,y)*smoothstep(1.0,0.25,y);
    a*=smoothstep(1.0,0.8,abs(v_at.x));
    colour=vec4(u_tone*a,a*0.16);
}
