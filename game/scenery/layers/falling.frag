#include "air.glsl"
in vec2 at; in vec3 body; in float shown; out vec4 colour;
void main(){
    float turn=atan(at.x,at.y),rim=0.62+0.30*cos(turn*5.0),a=smoothstep(rim+0.08,rim-0.06,length(at))*shown; if(a<0.01) discard;
    vec3 c=body*(u_shade*0.6+u_sky_middle*0.35+u_sun*u_strength*0.75);
    colour=vec4(encode(c)*a,a);
}
