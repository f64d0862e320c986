// The cat breathes: its flank rises and sinks, drawn from the room's own maps.
#include "room_light.glsl"
in vec2 uv,q; out vec4 colour;
uniform vec2 u_flank,u_warmed,u_size; uniform float u_rise,u_warm,u_aspect;
// Between four pixels: the pictures are read pixel by pixel elsewhere.
vec4 between(sampler2D picture,vec2 from){
    vec2 p=from*u_size-0.5,f=fract(p); ivec2 i=ivec2(floor(p));
    return mix(mix(texelFetch(picture,i,0),texelFetch(picture,i+ivec2(1,0),0),f.x),mix(texelFetch(picture,i+ivec2(0,1),0),texelFetch(picture,i+ivec2(1,1),0),f.x),f.y);
}
void main(){
    vec2 d=(q-u_flank)/vec2(0.30,0.36); float m=exp(-dot(d,d)*1.5)*smoothstep(0.0,0.14,q.x)*smoothstep(1.0,0.86,q.x)*smoothstep(1.0,0.80,q.y)*smoothstep(0.0,0.10,q.y);
    vec2 from=uv-vec2((q.x-u_flank.x)*0.30/u_aspect,max(q.y-0.24,0.0))*m*u_rise;
    vec3 c=lit(between(u_low,from),between(u_high,from).rgb);
    vec2 h=(uv-u_warmed)*vec2(u_aspect,1.0)/0.05; c*=1.0+u_warm*exp(-dot(h,h));
    colour=vec4(c,1.0);
}
