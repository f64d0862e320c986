// The moon, broken by the slopes of the water; added.
#include "pond.glsl"
in vec2 q,at; out vec4 colour; uniform sampler2D u_wave; uniform vec3 u_moon;
void main(){
    vec4 w=texture(u_wave,at); vec2 p=q+slope_of(w)*vec2(1.1,1.9); float r=length(p);
    float disc=smoothstep(1.12,0.72,r)*(0.66+0.34*noise2(p*2.2+9.0)); // and slivers of it up and down the water
    vec2 l=vec2(p.x*1.25,p.y*0.42); float band=smoothstep(0.42,0.74,noise2(vec2(p.x*0.5+3.0,q.y*4.6+7.0)));
    float sliver=0.42*band*smoothstep(1.1,0.2,length(l))*smoothstep(0.8,1.3,r),halo=0.20*exp(-r*0.95)*smoothstep(4.0,2.2,length(q));
    colour=vec4(encode(u_moon*(disc+sliver+halo)*mix(0.55,1.0,min(w.w*7.0,1.0))),0.0);
}
