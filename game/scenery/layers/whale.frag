// Far flesh in the blue: a net of light over the back, a throat in folds, a belly that is hardly told from the water.
in vec4 part; in vec4 blue; out vec4 colour;
#include "air.glsl"
#include "sea.glsl"
uniform sampler2D u_net; uniform vec2 u_drift; uniform float u_haze,u_show;
void main(){
    float v=part.z,x=part.x,fin=part.w,a=smoothstep(1.0,0.80,abs(v)),back=smoothstep(-0.35,0.95,v),tail=smoothstep(0.45,1.08,x);
    vec4 t=texture(u_net,vec2(x*0.85,v*0.10-back*0.05)+u_drift); float net=t.r*t.r*(1.0-0.5*tail);
    vec3 c=vec3(0.10,0.15,0.19)*(u_ambient*(0.30+0.35*back)+u_sky_middle*0.15)*(0.85+0.3*t.b);
    c+=(u_direct*0.7+u_sky_top*0.3)*back*back*(0.03+0.38*net)*(0.25+0.9*blue.w)*(1.0-0.6*fin);
    float throat=smoothstep(0.02,-0.40,v)*smoothstep(0.015,0.07,x)*smoothstep(0.60,0.34,x)*(1.0-fin),fold=0.5+0.5*sin(v*30.0+x*4.0);
    c=mix(c,blue.rgb*0.92+0.02,(0.25+0.35*throat)*smoothstep(0.15,-0.7,v)*(1.0-fin)); c*=1.0-0.42*throat*fold*fold;
    c+=vec3(0.2)*u_ambient*fin*smoothstep(0.2,1.0,v)*0.30;
    colour=vec4(behind(c,blue.rgb,mix(u_haze,0.94,tail*tail)),1.0)*a*u_show;
}
