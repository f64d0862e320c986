// How the stone lantern, and the room behind the visitor, light the baked garden: one number a pixel.
in vec2 uv; out float lit;
#include "garden_view.glsl"
#include "garden_things.glsl"
uniform sampler2D u_form; uniform highp sampler2D u_away; uniform vec4 u_lamp; uniform int u_lantern;
float through_windows(vec3 to){
    float six=1.0471976,a=mod(atan(to.x,to.z)-u_lamp.w+0.5*six,six)-0.5*six;
    return smoothstep(0.95,0.35,abs(to.y+0.12))*(0.45+0.55*smoothstep(0.42,0.10,abs(a)));
}
void main(){
    ivec2 at=ivec2(gl_FragCoord.xy); vec4 shape=texelFetch(u_form,at,0); lit=0.0; if(shape.a<0.02) return;
    vec3 n=normalize(shape.rgb*2.0-1.0),p=eye()+ray(uv)*texelFetch(u_away,at,0).r;
    float z=p.z; lit=0.42*exp(-max(z-2.2,0.0)*0.55)*clamp(0.45+0.5*n.y-0.35*n.z,0.0,1.0);
    if(u_lantern<0) return;
    vec3 to=p-u_lamp.xyz; float d=length(to);
    if(d<0.20){lit=5.0*smoothstep(0.20,0.10,d)+1.2; return;}
    vec3 l=-to/d; float facing=clamp(dot(n,l)*0.85+0.15,0.0,1.0); if(facing<=0.0||d>6.0) return;
#ifdef BARE
    float s=1.0;
#else
    float s=lit_from(p+n*0.03,l,d,0.10,u_lantern);
#endif
    lit+=1.9*facing*s*through_windows(to/d)/(0.20+d*d)*smoothstep(6.0,3.0,d);
}
