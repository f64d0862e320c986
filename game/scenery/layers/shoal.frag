// A small fish: dark above, silver where it catches the light, a forked tail.
in vec2 q; in vec4 blue; flat in vec2 fish; flat in float flash; out vec4 colour;
#include "air.glsl"
#include "sea.glsl"
uniform vec3 u_side;
void main(){
    float x=q.x,y=q.y,k=smoothstep(0.10,0.50,fish.x),xc=(x-0.22*k)/(1.0-0.22*k);
    float e=0.62*sqrt(max(1.0-xc*xc,0.0))*(1.0-0.25*k*(0.5-x))-abs(y);
    float tail=x<-0.42?(-0.42-x)*1.35+0.05-abs(y)+(x<-0.80?(0.80+x)*2.0*(1.0-abs(y)):0.0)-(1.0-k)*0.8:-1.0; e=max(e,tail);
    float w=fwidth(y)*1.1+fwidth(x)*0.4,a=clamp(e/w+0.5,0.0,1.0)*0.95; if(a<=0.0) discard;
    float belly=smoothstep(-0.30,0.42,y);
    vec3 c=u_side*(u_ambient*(0.6+0.6*belly)+u_sky_middle*0.10+u_direct*belly*(0.4+0.6*fish.x)*(0.20+0.8*blue.w)); c*=0.85+0.25*flash; float turned=max(flash,0.0)*(1.0-abs(y)*0.7); c+=(u_direct*0.5+u_sky_top*0.4)*turned*turned*(0.35+0.8*blue.w);
    colour=vec4(behind(c,blue.rgb,fish.y),1.0)*a;
}
