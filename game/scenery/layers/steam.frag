// Steam: one plume from the mouth of the cup, curling as it climbs, gone within two hands' breadth.
in vec2 v_at; out vec4 colour; uniform vec3 u_tone; uniform vec3 u_rise; // how far it has risen, and two slow sideways drifts
void main(){
    float y=v_at.y, risen=4096.0-u_rise.x;
    float sway=noise2(vec2(u_rise.y,y*2.4+risen))-0.5, curl=noise2(vec2(u_rise.y+31.0,y*5.4+risen))-0.5;
    float wide=0.13+0.30*y, x=(v_at.x-1.5*sway*y-1.5*curl*y*(1.0-0.4*y))/wide;
    float n=noise2(vec2(v_at.x*2.6+16.0+u_rise.z,y*5.0+risen)), fold=0.55+0.45*sin(x*2.6+curl*9.0+y*4.0);
    float a=exp(-x*x)*(0.30+0.90*n)*fold*smoothstep(0.0,0.07,y)*(1.0-y)*(1.0-0.7*y)*0.86;
    a*=smoothstep(1.0,0.8,abs(v_at.x));
    colour=vec4(u_tone*a,a*0.16);
}
