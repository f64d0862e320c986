// A part of a flower, its stem or its head, swaying with the grass it stands in.
#include "air.glsl"
#include "meadow.glsl"
in vec2 in_corner; in vec4 in_root; in vec4 in_cell; in vec4 in_box; in vec3 in_petal; in vec3 in_heart; // root: x, y, u, height; cell: left, bottom, mirrored or not, chance
out vec2 map; out vec3 first; out vec3 second; out vec3 third;
uniform vec3 u_ambient,u_direct,u_stem; uniform vec2 u_cell; uniform float u_haze,u_wide;
void main(){
    vec2 part=mix(in_box.xy,in_box.zw,in_corner*0.5+0.5); float up=part.y;
    map=in_cell.xy+vec2(part.x/u_wide+0.5,up)*u_cell;
    float u=in_root.z,h=in_root.w; float blow=waft(in_root.x,u);
    vec2 p=in_root.xy+vec2(part.x*in_cell.z,up)*h;
    float own=0.05*sin(2.0*u_wind.w*3.0+in_cell.w*60.0)*step(0.0001,u_wind.x);
    p+=(bent(vec2(in_root.x,in_root.y+h*0.7),u,blow)*0.72+vec2((in_cell.w-0.5)*0.22+own,0.0))*h*up*up;
    vec2 at=vec2(p.x/u_aspect-u_margin,p.y)+u_lean;
    float sun=cloud_shade(in_root.x,u), near=near_light(at), low=1.0-smoothstep(0.10,0.75,(u_source_at.y-u_horizon_ratio)/(1.0-u_horizon_ratio));
    vec3 light=u_ambient*(0.52+0.18*sun)+u_direct*sun*(0.60+0.20*fract(in_cell.w*7.0));
    vec3 through=u_direct*sun*near*low*0.7; float air=u_haze*pow(1.0-u,2.2); vec3 fog=fog_at(at);
    first=encode(mix(in_petal*(light+through),fog,air)); second=encode(mix(in_heart*light,fog,air));
    third=encode(mix(u_stem*(light*0.85+through*0.7),fog,air));
    gl_Position=vec4(at*2.0-1.0,0.0,1.0);
}
