// Tiles just as tall as the range is there, cut across at the same heights in every tile, so that light and haze can
// be worked out here and agree where two tiles meet.
#include "air.glsl"
in vec2 in_corner; in vec4 in_tile; // left, top, width, bottom (0..1 of the map)
out vec2 map; out vec3 light; out vec4 haze;
uniform float u_tall,u_margin,u_haze,u_breath,u_front; uniform vec2 u_lean;
void main(){
    vec2 c=in_corner*0.5+0.5; map=vec2(in_tile.x+c.x*in_tile.z,clamp(c.y*c.y,in_tile.w,in_tile.y));
    vec2 at=vec2((map.x-0.5)*(1.0+2.0*u_margin)+0.5,u_horizon_ratio+map.y*u_tall)+u_lean;
    vec2 way=(u_source_at-at)*vec2(u_aspect*1.15,1.0);
    // A low source in the picture stands behind the range: it grazes flanks and crests, the faces towards us lie in shade.
    float behind=1.0-smoothstep(0.25,1.0,(u_source_at.y-u_horizon_ratio)/(1.0-u_horizon_ratio)); behind*=1.0-u_front;
    light=normalize(vec3(way.x*(1.0+behind*0.4),0.24+max(way.y,0.0)*0.9,mix(0.26+max(way.y,0.0)*0.5,-0.42,behind)));
    float low=1.0/(1.0+max(at.y-u_horizon_ratio,0.0)/(1.0-u_horizon_ratio)*13.0); low*=low;
    float far=u_haze*(1.0+0.75*u_twilight), air=clamp(far*(0.78+0.22*low)+(1.0-far)*low*0.85*u_breath,0.0,1.0); air+=(1.0-air)*glare_at(at);
    haze=vec4(fog_at(at)*air,air);
    gl_Position=vec4(at*2.0-1.0,0.0,1.0);
}
