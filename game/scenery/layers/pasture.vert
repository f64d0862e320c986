// Tiles as tall as the land is there, cut across at the same heights in each, so that light, haze and shadows of clouds
// can be worked out here and agree where two tiles meet.
#include "air.glsl"
#include "meadow.glsl"
in vec2 in_corner; in vec4 in_tile; // left, top, width, bottom (0..1 of the map)
out vec2 map; out vec3 light; out vec3 fog; out float sun;
uniform float u_foot,u_tall,u_near_y;
void main(){
    vec2 c=in_corner*0.5+0.5; map=vec2(in_tile.x+c.x*in_tile.z,clamp(c.y,in_tile.w,in_tile.y));
    vec2 at=vec2((map.x-0.5)*(1.0+2.0*u_margin)+0.5,u_foot+map.y*u_tall)+u_lean;
    vec2 way=(u_source_at-at)*vec2(u_aspect*1.1,1.0);
    float behind=1.0-smoothstep(0.2,0.9,(u_source_at.y-u_horizon_ratio)/(1.0-u_horizon_ratio));
    light=normalize(vec3(way.x,0.34+max(way.y,0.0),mix(0.55,0.10,behind)));
    sun=cloud_shade((at.x+u_margin)*u_aspect,-0.35-(at.y-u_near_y)*5.0); fog=fog_at(at);
    gl_Position=vec4(at*2.0-1.0,0.0,1.0);
}
