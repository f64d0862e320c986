// How the stone lantern, and the room behind the visitor, light the baked garden: one number a pixel.
in vec2 uv; out float lit;
#include "garden_view.glsl"
#include "garden_things.glsl"
uniform sampler2D u_form; uniform highp sampler2D u_away; uniform vec4 u_lamp; uniform int u_lantern;
float through_windows(vec3 to){
    float six=1.0471976,a=mod(atan(to.x,to.z)-u_lamp.w+0.5*six,six)-0.5*six;
    return smoothstep(1.15,0.45,abs(to.y+0.12))*(0.80+0.20*smoothstep(0.50,0.05,abs(a)));
}
void main(){
    ivec2 at=ivec2(gl_FragCoord.xy); vec4 shape=texelFetch(u_form,at,0); lit=0.0; if(shape.a<0.02) return;
    vec3 n=normalize(shape.rgb*2.0-1.0),p=eye()+ray(uv)*texelFetch(u_away,at,0).r;
    float z=p.z; lit=0.17*exp(-max(z-2.2,0.0)*1.3)*clamp(0.45+0.5*n.y-0.35*n.z,0.0,1.0);
    if(u_lantern<0) return;
    vec3 to=p-u_lamp.xyz; float d=length(to);
    if(d<0.20){lit=5.0*smoothstep(0.20,0.10,d)+1.2; return;}
    vec3 l=-to/d; float facing=clamp(dot(n,l)*0.75+0.25,0.0,1.0); if(facing<=0.0||d>6.0) return;
#ifdef BARE
    float s=1.0;
#else
    float s=lit_from(p+n*0.03,l,d,0.16,u_lantern);
#endif
    lit+=3.4*facing*s*through_windows(to/d)/(0.30+d*d)*smoothstep(6.0,1.0,d);
}
