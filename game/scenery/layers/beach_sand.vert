// The beach from a little beyond the waterline down to the eye.
#include "air.glsl"
in vec3 in_at; // across the screen 0..1, height on the screen 0..1, unused
out vec2 at; out vec3 glow; // of the light in wet sand, of the light on foam, of its path on foam
uniform float u_top,u_low;
void main(){
    at=in_at.xy; float aside=(u_source_at.x-at.x)*u_aspect;
    glow=vec3(exp(-aside*aside*1.1)*u_low,0.42+0.40*u_low*exp(-aside*aside*3.0)+0.16*(1.0-u_low),exp(-aside*aside*9.0)*0.42);
    gl_Position=vec4(at.x*2.0-1.0,at.y/u_top*2.0-1.0,0.0,1.0);
}
