// Things in the water, cut into upright strips just as tall as each is there. Drawn once upright, and once (u_turned)
// upside down for their mirror images.
#include "air.glsl"
#include "foliage.glsl"
in vec2 in_corner; in vec4 in_place; in vec3 in_cell; // left, foot, width, height; left and bottom on
// the sheet (0..1), how far a reed bends for the square of its height
out vec2 map; out vec3 wave; out float reed;
uniform float u_margin,u_sway,u_turned; uniform vec2 u_lean,u_sheet;
void main(){
    vec2 c=in_corner*0.5+0.5; float tall=in_place.w+u_turned*0.008, up=c.y*tall, way=1.0-2.0*u_turned;
    vec2 p=in_place.xy+vec2(c.x*in_place.z,up*way);
    float blow=(gust(in_place.x)*0.8+0.35)*(0.18+0.95*u_wind.x)*step(0.0001,u_wind.x);
    p.x+=in_cell.z*u_sway*blow*up*up;
    vec2 at=vec2(p.x/u_aspect-u_margin,p.y)+u_lean*vec2(1.0,0.0);
    map=in_cell.xy+c*vec2(in_place.z,tall)/u_sheet;
    float d=u_horizon_ratio-at.y, z=0.085/(max(d,0.0)+0.010);
    wave=vec3(vec2((at.x-0.5)*u_aspect*7.15,46.0)*z,up); reed=step(0.0001,in_cell.z);
    light_plant(vec2(at.x,in_place.y+up));
    float air=u_haze*exp(-(u_horizon_ratio-in_place.y)*9.0); haze=vec4(fog_at(at)*air,air);
    gl_Position=vec4(at*2.0-1.0,0.0,1.0);
}
