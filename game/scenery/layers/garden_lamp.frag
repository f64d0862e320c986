// How much light of the stone lantern reaches each pixel of the baked garden, whichever way it faces.
in vec2 uv; out float lit;
#include "garden_view.glsl"
#include "garden_things.glsl"
#include "garden_place.glsl"
uniform vec4 u_lamp; uniform int u_lantern;
float through_windows(vec3 to){
    float six=1.0471976,a=mod(atan(to.x,to.z)-u_lamp.w+0.5*six,six)-0.5*six;
    return smoothstep(1.15,0.45,abs(to.y+0.12))*(0.80+0.20*smoothstep(0.50,0.05,abs(a)));
}
void main(){
    ivec2 at=ivec2(gl_FragCoord.xy); float stands,z=away_at(at,stands); lit=0.0; if(u_lantern<0||z>50.0) return;
    vec3 n=stands<0.5?vec3(0.0,1.0,0.0):normalize(texelFetch(u_standing,at,0).rgb*2.0-1.0),p=eye()+ray(uv)*z;
    vec3 to=p-u_lamp.xyz; float d=length(to); if(d<0.20){lit=1.0; return;}
    if(d>6.0||dot(n,-to)<-0.34*d) return;
#ifdef BARE
    float s=1.0;
#else
    float s=lit_from(p+n*0.03,-to/d,d,0.16,u_lantern);
#endif
    lit=s*through_windows(to/d);
}
