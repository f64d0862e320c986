// The streak a lamp at the horizon leaves on the water, as a quad from there towards the eye; its colour and strength
// are those the lamp has in the mirror.
#include "air.glsl"
in vec2 in_corner; out vec2 at; out vec3 light;
uniform sampler2D u_mirror; uniform vec4 u_lamp; uniform vec2 u_band; // x, y of the lamp on the screen, lowest end, widest half
void main(){
    vec2 seat=vec2(u_lamp.x,(u_lamp.y-u_band.x)/(u_band.y-u_band.x)); vec3 lamp=textureLod(u_mirror,seat,0.0).rgb, beside=textureLod(u_mirror,seat+vec2(0.03,0.0),0.0).rgb;
    light=max(lamp*lamp-beside*beside,0.0)*vec3(1.0,0.82,0.55);
    at=vec2(in_corner.x*u_lamp.w,mix(u_horizon_ratio,u_lamp.z,0.5-0.5*in_corner.y)-u_horizon_ratio);
    gl_Position=vec4(vec2(u_lamp.x+at.x/u_aspect,u_horizon_ratio+at.y)*2.0-1.0,0.0,1.0);
}
