// Tiles as tall as the dunes are there. What changes slowly is worked out here.
#include "air.glsl"
in vec2 in_corner; in vec4 in_tile; // left, top, width, bottom (0..1 of the map)
out vec2 map; out vec2 at; out vec3 fog;
uniform float u_tall,u_margin; uniform vec2 u_lean;
void main(){
    vec2 c=in_corner*0.5+0.5; map=vec2(in_tile.x+c.x*in_tile.z,mix(in_tile.w,in_tile.y,c.y));
    at=vec2((map.x-0.5)*(1.0+2.0*u_margin)+0.5,map.y*u_tall)+u_lean;
    fog=fog_at(vec2(at.x,u_horizon_ratio)); gl_Position=vec4(at*2.0-1.0,0.0,1.0);
}
