// A bank of mist, drawn small; premultiplied.
#include "air.glsl"
in vec2 uv; out vec4 colour;
uniform vec2 u_span; uniform vec3 u_drift; uniform float u_thick,u_seed; // u_span: bottom and top on the screen
void main(){
    float y=uv.y*2.0-1.0; vec2 at=vec2(uv.x,mix(u_span.x,u_span.y,uv.y)); float x=(uv.x-0.5)*u_aspect;
    float n=fbm2_drifting(vec2(x*1.5-u_drift.x,uv.y*2.4+u_drift.y)+u_seed,4);
    float m=fbm2_drifting(vec2(x*3.1-u_drift.z,uv.y*4.4)+u_seed*2.0,3);
    float a=exp(-y*y*4.5)*smoothstep(0.80-u_thick*0.70,1.10-u_thick*0.52,n*0.66+m*0.42);
    a*=smoothstep(1.0,0.65,abs(y))*min(u_thick*2.0,1.0)*0.78;
    vec3 c=fog_at(at)*(1.12+0.45*u_twilight)+u_horizon*u_twilight*(0.06+0.30*near_light(at));
    colour=vec4(encode(c)*a,a);
}
