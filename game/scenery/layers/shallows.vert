// Things in the water: one strip each, its upper half the thing itself, its lower half its mirror image.
#include "air.glsl"
#include "foliage.glsl"
in vec2 in_corner; in vec4 in_place; in vec4 in_cell; // left, foot, width, height; left, width, top of the map, sway
out vec2 map; out vec4 cell; out vec4 wave; out float reed;
uniform float u_margin,u_sway; uniform vec2 u_lean;
void main(){
    float up=abs(in_corner.y), across=in_corner.x*0.5+0.5, under=max(-in_corner.y,0.0);
    vec2 p=in_place.xy+vec2(across*in_place.z,in_corner.y*in_place.w);
    float blow=(gust(in_place.x)*0.8+0.35)*(0.18+0.95*u_wind.x)*step(0.0001,u_wind.x);
    p.x+=in_cell.w*u_sway*blow*up*up*in_place.w;
    vec2 at=vec2(p.x/u_aspect-u_margin,p.y)+u_lean*vec2(1.0,0.0);
    map=vec2(in_cell.x+across*in_cell.y,up*in_cell.z);
    float d=u_horizon_ratio-at.y, z=0.085/(max(d,0.0)+0.010);
    wave=vec4((at.x-0.5)*u_aspect*z*13.0,z*46.0,under*in_place.w,under); reed=step(0.0001,in_cell.w);
    cell=vec4(in_cell.x,in_cell.x+in_cell.y,in_cell.y/in_place.z,in_cell.z/in_place.w);
    light_plant(vec2(at.x,in_place.y+up*in_place.w));
    float air=u_haze*exp(-(u_horizon_ratio-in_place.y)*9.0); haze=vec4(fog_at(at)*air,air);
    gl_Position=vec4(at*2.0-1.0,0.0,1.0);
}
