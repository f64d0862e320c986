// A mesh from the shore down to the eye, its rows close together where the far water changes fast. What changes
// slowly over the water is worked out here.
#include "air.glsl"
in vec3 in_at; // across 0..1 with margins, shore (screen heights over the horizon), 0 at the shore .. 1 at the bottom
out vec2 at; out float across; out vec4 place; out vec4 look; out vec4 veil;
uniform float u_margin,u_clear,u_haze,u_lane,u_ripple,u_height_px,u_top; uniform vec2 u_lean; // u_top: how far up the target reaches, 0..1 of the screen
void main(){
    float shore=u_horizon_ratio+in_at.y, moved=smoothstep(0.0,0.03,-in_at.y);
    at=vec2((in_at.x-0.5)*(1.0+2.0*u_margin)+0.5+u_lean.x*moved,mix(shore+1.5/u_height_px,0.0,in_at.z));
    float d=u_horizon_ratio-at.y, under=max(shore-at.y,0.0), reach=d/u_horizon_ratio, z=0.085/(max(d,0.0)+0.010);
    float x=(at.x-0.5)*u_aspect-u_lean.x*reach*1.2, near=smoothstep(0.0,0.34,d);
    float lane=noise2(vec2(x*z*0.9+u_lane,z*5.0)); lane=smoothstep(0.30,0.74,lane+0.12*gust(x*z));
    float bed=u_clear*smoothstep(0.34,1.20,reach)+0.5*u_clear*exp(-under*40.0)*smoothstep(0.002,0.03,d-under);
    float haze=exp(-under*52.0)*u_haze+exp(-under*8.0)*u_haze*0.15;
    across=in_at.x;
    place=vec4(x*z,z,shore,near);
    look=vec4(u_ripple*(0.35+0.65*lane)*(0.7+0.6*u_wind.x),lane,clamp(bed,0.0,1.0),mix(0.95,0.80-0.30*u_clear,smoothstep(0.0,1.0,reach)));
    veil=vec4(fog_at(vec2(at.x,u_horizon_ratio+under*0.3))*haze,haze);
    gl_Position=vec4(at.x*2.0-1.0,at.y/u_top*2.0-1.0,0.0,1.0);
}
