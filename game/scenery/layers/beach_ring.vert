// One quad on the ground for each circle of foam that a touch has left.
#include "air.glsl"
#define WAVES 4
#include "beach.glsl"
in vec2 in_corner; in vec4 in_ring; // x, y on the screen, age in seconds, strength
out vec2 at; flat out vec4 ring; // where its middle lies on the ground, age, strength
uniform float u_top;
const float WIDEST=0.34;
void main(){
    float z=EYE/max(u_horizon_ratio-in_ring.y,0.02), size=WIDEST*(0.35+0.65*min(z,3.0));
    ring=vec4(ground_x(in_ring.x,z),z,in_ring.zw);
    vec2 p=vec2(ring.x,z)+in_corner*size; p.y=max(p.y,EYE/u_horizon_ratio*0.9);
    at=vec2((p.x-u_shore.w)/(p.y*u_aspect)+0.5,u_horizon_ratio-EYE/p.y); gl_Position=vec4(at.x*2.0-1.0,at.y/u_top*2.0-1.0,0.0,1.0);
}
