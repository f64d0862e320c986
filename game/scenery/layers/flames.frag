// Flames: three sheets of tongues, each bent and eaten away by noise that rises, over a bed of embers.
in vec2 uv,q; out vec4 colour;
uniform vec3 u_colour,u_heart; uniform vec4 u_climb; uniform vec2 u_slow; uniform float u_high,u_lean,u_ember,u_open;
void main(){
    float x0=(q.x*2.0-1.0)*1.25,y=q.y*2.0,heat=0.0;
    float foot=0.05+0.10*x0*x0+0.07*(noise2(vec2(x0*3.1+5.0,u_slow.x*0.7))-0.5); float up=y-foot;
    for(int k=0;k<3;k++){
        float f=float(k),c=u_climb[k];
        float bend=(noise2(vec2(x0*1.3+f*9.0,y*1.5-c*0.62))-0.5)*0.60+(noise2(vec2(x0*3.0+f*5.0,y*3.4-c*1.1))-0.5)*0.34;
        float x=x0-u_lean*up*0.55+bend*smoothstep(0.0,0.7,up)*1.1;
        float wide=0.92-0.15*f,dome=pow(max(1.0-x*x/(wide*wide),0.0),0.75);
        float n=noise2(vec2(x*(2.6+0.7*f)+f*3.7,u_slow.x*0.55+f*4.0)),peak=1.0-abs(2.0*n-1.0);
        float tall=dome*(0.22+0.95*peak*peak+0.22*noise2(vec2(x*7.0+f*2.0,u_slow.y)))*(1.12-0.16*f)*u_high+0.01,v=1.0-up/tall;
        float eaten=noise2(vec2(x*3.8+f*7.0,y*2.3-c*1.05))*0.6+noise2(vec2(x*8.4+f*31.0,y*4.6-c*1.3))*0.4;
        float t=smoothstep(0.0,0.85,v+(0.10+0.40*smoothstep(0.08,0.65,up))*(eaten-0.48)); heat+=t*(0.66+0.30*eaten*smoothstep(0.10,0.60,up))*smoothstep(-0.02,0.16,up+0.10*eaten)*(0.52-0.06*f);
    }
    float side=smoothstep(1.22,0.80,abs(x0)); heat*=side*mix(1.0,0.70,min(up*0.7,1.0));
    vec3 c=u_colour*vec3(0.95,0.42,0.22)*smoothstep(0.02,0.42,heat)*0.85+u_colour*smoothstep(0.20,0.80,heat)*0.80+u_heart*smoothstep(0.45,1.00,heat)*0.60;
    float bed=exp(-pow((y-0.10-0.05*x0*x0)/0.075,2.0))*smoothstep(1.05,0.45,abs(x0)+0.20*noise2(vec2(x0*13.0,2.0)));
    float live=fbm2(vec2(x0*9.0,y*22.0)+7.0,3),pulse=0.72+0.28*sin(u_slow.y*2.1+9.0*noise2(vec2(x0*5.0,y*9.0)));
    c*=0.86; c+=u_colour*vec3(1.0,0.55,0.35)*bed*smoothstep(0.40,0.70,live)*pulse*1.1*u_ember;
    float a=smoothstep(0.0,0.55,heat)*0.55; colour=vec4(sqrt(c/(1.0+c*0.42)),a);
}
