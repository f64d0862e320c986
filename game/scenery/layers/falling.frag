#include "air.glsl"
in vec2 at; in vec3 body; in float shown; out vec4 colour; uniform float u_slim;
void main(){
    // Pointed lobes and a stalk for a leaf, an oval for a petal.
    float turn=atan(at.x,at.y),r=length(at),lobe=1.0-abs(sin(turn*2.5)),rim=u_slim<0.7?0.86:(0.34+0.62*lobe)*(0.86+0.14*cos(turn));
    float stalk=u_slim<0.7?0.0:smoothstep(0.07,0.03,abs(at.x+0.12*at.y*at.y))*step(at.y,0.0)*step(-0.98,at.y);
    float a=max(smoothstep(rim+0.08,rim-0.06,r),stalk)*shown; if(a<0.01) discard;
    vec3 c=body*(0.70+0.30*sin(turn*2.5)*smoothstep(0.0,0.5,r)+0.28*at.x)*(u_shade*0.8+u_sky_middle*0.45+u_sun*u_strength*1.05);
    colour=vec4(encode(c)*a,a);
}
