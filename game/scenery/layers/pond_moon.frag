// The moon, broken by the slopes of the water; added.
#include "pond.glsl"
in vec2 q,at; out vec4 colour; uniform sampler2D u_wave; uniform vec3 u_moon;
void main(){
    vec4 w=texture(u_wave,at); vec2 p=q+slope_of(w)*2.4; float r=length(p),disc=smoothstep(1.06,0.90,r),halo=0.16*exp(-r*1.15)*smoothstep(4.0,2.6,length(q));
    colour=vec4(encode(u_moon*(disc*(0.70+0.30*noise2(p*2.2+9.0))+halo)*mix(0.55,1.0,min(w.w*7.0,1.0))),0.0);
}
