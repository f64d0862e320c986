// A circle of foam: it widens, opens into lace and is gone. Premultiplied.
#include "air.glsl"
#define WAVES 4
#include "beach.glsl"
in vec2 at; flat in vec4 ring; out vec4 colour;
uniform sampler2D u_foam_walls; uniform vec3 u_ambient,u_direct,u_foam; uniform float u_low,u_fine; uniform vec2 u_drift;
void main(){
    float z=EYE/(u_horizon_ratio-at.y), x=ground_x(at.x,z), old=ring.z; vec2 off=vec2(x,z)-ring.xy; float scale=0.35+0.65*min(ring.y,3.0);
    vec2 p=vec2(x,z)+vec2(0.0,u_drift.x); float fine=u_fine+log2(z*sqrt(z));
    vec4 walls=textureLod(u_foam_walls,p*vec2(1.6,1.3),fine+0.6);
    float r=length(off)/scale+(walls.b-0.5)*0.06, at_r=0.07+0.17*(1.0-exp(-old*0.22)), e=(r-at_r)/(0.030+0.007*old); // slowly, or it would flash past a spot
    float much=exp(-e*e)+0.34*smoothstep(at_r,at_r*0.4,r);
    float show=smoothstep(0.0,1.0,old)*(1.0-smoothstep(3.0,7.0,old))*ring.w;
    float v=walls.r*0.60+walls.g*0.40, least=1.02-much*mix(0.95,0.52,smoothstep(0.3,4.5,old));
    float a=smoothstep(least-0.10,least+0.16,v)*show*0.8*smoothstep(0.36,0.28,r);
    float aside=(u_source_at.x-at.x)*u_aspect;
    vec3 white=u_foam*(u_ambient+u_direct*(0.46+0.40*u_low*exp(-aside*aside*3.0)+0.34*(1.0-u_low)))*(0.9+0.25*walls.g);
    colour=vec4(sqrt(shown(white))*a,a);
}
