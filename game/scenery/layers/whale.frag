// Far flesh in the blue: light on the back, a pale throat in folds, darker where it turns away.
in vec4 part; in vec4 blue; out vec4 colour;
#include "air.glsl"
#include "sea.glsl"
uniform float u_haze,u_show;
void main(){
    float v=part.z,x=part.x,fin=part.w,a=smoothstep(1.0,0.80,abs(v)),back=smoothstep(-0.2,1.0,v);
    float spots=noise2(vec2(x*46.0,v*7.0))*0.5+noise2(vec2(x*17.0,v*3.0+9.0))*0.5;
    vec3 c=vec3(0.16,0.19,0.23)*(u_ambient*(0.25+0.45*back)+u_direct*back*back*(0.10+0.35*blue.w)*(0.75+0.5*spots));
    float throat=smoothstep(-0.12,-0.55,v)*smoothstep(0.015,0.09,x)*smoothstep(0.60,0.34,x)*(1.0-fin);
    c+=vec3(0.30,0.34,0.36)*u_ambient*throat*(0.35+0.25*smoothstep(-0.4,0.6,sin(v*34.0)))*(1.0-0.55*smoothstep(-0.55,-1.0,v));
    c+=vec3(0.2)*u_ambient*fin*smoothstep(0.2,1.0,v)*0.35; c+=u_direct*0.05*smoothstep(0.55,0.95,v)*(1.0-fin)*blue.w;
    colour=vec4(behind(c,blue.rgb,u_haze),1.0)*a*u_show;
}
