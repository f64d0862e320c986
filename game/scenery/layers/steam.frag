// Steam: two thin strands from the mouth of the cup, winding about each other, gone within a hand's breadth.
in vec2 v_at; out vec4 colour; uniform vec3 u_tone; uniform vec3 u_rise; // how far it has risen, and two slow sideways drifts
void main(){
    float y=v_at.y, risen=4096.0-u_rise.x;
    float sway=noise2(vec2(u_rise.y,y*2.4+risen))-0.5, curl=noise2(vec2(u_rise.y+31.0,y*5.4+risen))-0.5;
    vec2 s=(v_at.x-1.5*sway*y+vec2(-0.13,0.10)+curl*y*vec2(1.9,-1.5))/(0.060+0.22*y);
    float n=noise2(vec2(v_at.x*2.6+16.0+u_rise.z,y*5.0+risen));
    float a=dot(exp(-s*s),vec2(0.66,0.46))*(0.35+0.85*n)*smoothstep(0.0,0.07,y)*(1.0-y)*(1.0-y)*(1.0-0.6*y);
    a*=smoothstep(1.0,0.8,abs(v_at.x));
    colour=vec4(u_tone*a,a*0.16);
}
