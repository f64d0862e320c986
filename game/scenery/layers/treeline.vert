// Tiles just as tall as the wood is there. Their rows stand at the same heights in every tile, close together near
// the water: light and haze worked out at them then agree along the edge of two tiles.
#include "air.glsl"
#include "foliage.glsl"
in vec2 in_corner; in vec4 in_tile; // left, top, width, bottom (0..1 of the map)
out vec2 map;
uniform float u_foot,u_tall,u_margin; uniform vec2 u_lean;
void main(){
    vec2 c=in_corner*0.5+0.5; map=vec2(in_tile.x+c.x*in_tile.z,clamp(c.y*c.y,in_tile.w,in_tile.y));
    vec2 at=vec2((map.x-0.5)*(1.0+2.0*u_margin)+0.5,u_horizon_ratio+u_foot+map.y*u_tall)+u_lean;
    light_plant(at); gl_Position=vec4(at*2.0-1.0,0.0,1.0);
}
