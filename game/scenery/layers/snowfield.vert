// Tiles as tall as the valley is there. What changes slowly is worked out here: light, haze, the colour of the sky.
in vec2 in_corner; in vec4 in_tile; // left, top, width, bottom (0..1 of the map)
out vec2 map; uniform float u_tall,u_margin; uniform vec2 u_lean;
#ifdef SHOW
void main(){
    vec2 c=in_corner*0.5+0.5; map=vec2(in_tile.x+c.x*in_tile.z,mix(in_tile.w,in_tile.y,c.y));
    gl_Position=vec4((vec2((map.x-0.5)*(1.0+2.0*u_margin)+0.5,map.y*u_tall)+u_lean)*2.0-1.0,0.0,1.0);
}
#else
#include "air.glsl"
#include "snow_light.glsl"
out vec2 at; out vec3 light; out vec3 fog; out vec3 open; out float near; uniform float u_onto_map;
void main(){
    vec2 c=in_corner*0.5+0.5; map=vec2(in_tile.x+c.x*in_tile.z,mix(in_tile.w,in_tile.y,c.y));
    at=vec2((map.x-0.5)*(1.0+2.0*u_margin)+0.5,map.y*u_tall);
    light=way_of_light(at); open=open_light(at.x); fog=fog_at(vec2(at.x,u_horizon_ratio));
    near=clamp((u_horizon_ratio-at.y)/u_horizon_ratio,0.0,1.0);
    gl_Position=vec4(mix(at+u_lean,map,u_onto_map)*2.0-1.0,0.0,1.0);
}
#endif
