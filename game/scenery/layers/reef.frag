// Rock and coral under water: light from above, the blue before it, tips that let light through.
in vec2 map; in vec4 lit; in vec4 haze; out vec4 colour;
#include "air.glsl"
#include "sea.glsl"
uniform sampler2D u_map; uniform vec3 u_rock,u_coral; uniform float u_blue_ratio,u_foot_ratio;
void main(){
    vec4 m=texture(u_map,map); if(m.a<0.004) discard; m.rgb/=m.a; float g=m.g,hue=m.b;
    vec2 at=gl_FragCoord.xy/vec2(u_aspect,1.0)*u_foot_ratio; vec3 blue=blue_at(at);
    vec3 body=mix(u_rock,mix(u_rock*vec3(0.9,0.75,1.0),u_coral,smoothstep(0.1,0.9,hue)),smoothstep(0.0,0.25,hue));
    float l=exp(-abs(at.x-u_from.x)*u_aspect*1.1),side=0.5+(m.r-0.5)*lit.y;
    vec3 c=body*(u_ambient*(0.10+0.60*g*g+0.11*side*g)+u_sky_middle*g*0.10+u_direct*g*g*(0.22+0.70*l)*(0.45+0.9*side));
    c+=(u_direct*0.20+u_sky_top*0.08)*(body+0.06)*g*g*g*g*(0.2+l);
    colour=vec4(behind(c,blue,u_blue_ratio),1.0)*m.a;
}
