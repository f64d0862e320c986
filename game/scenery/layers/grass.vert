// A slab of blades: sheared by the wind, parted by hands; its three colours under the light of the hour.
#include "air.glsl"
#include "meadow.glsl"
in vec2 in_at; in vec2 in_place; in vec3 in_self; // of the sheet; of the screen; free, u, size
out vec2 map; out vec3 first; out vec3 second; out vec3 third;
uniform vec3 u_ambient,u_direct,u_blade,u_root,u_straw; uniform float u_length,u_sheen,u_haze;
void main(){
    map=in_at; float free=in_self.x,u=in_self.y; float blow=waft(in_place.x,u);
    vec2 p=in_place+bent(in_place,u,blow)*(free*free*u_length*in_self.z);
    vec2 at=vec2(p.x/u_aspect-u_margin,p.y)+u_lean;
    float sun=cloud_shade(in_place.x,u), near=near_light(at), low=1.0-smoothstep(0.10,0.75,(u_source_at.y-u_horizon_ratio)/(1.0-u_horizon_ratio));
    vec3 ground=vec3(noise2(in_place*vec2(1.7,5.0)),noise2(in_place*vec2(3.1,9.0)+40.0),0.0);
    vec3 tint=mix(vec3(0.86,0.96,0.80),vec3(1.16,1.03,1.0),ground.x);
    vec3 light=u_ambient*(0.46+0.24*sun)+u_direct*sun*(0.62+0.22*ground.y);
    vec3 through=u_direct*sun*near*(0.25+0.75*low)*vec3(0.75,0.85,0.30); // sun through the blades
    float wave=blow*blow*u_sheen*free;
    vec3 lit=u_blade*tint*(light*(1.12+0.60*wave)+through*1.1)+(u_ambient*0.10+u_direct*sun*0.10)*wave*0.8;
    vec3 deep=u_root*tint*(u_ambient*0.55+u_direct*sun*0.26), dry=u_straw*(light*(1.0+0.35*wave)+through*0.6);
    float air=u_haze*pow(1.0-u,2.2); vec3 fog=fog_at(at);
    first=encode(mix(lit,fog,air)); second=encode(mix(deep,fog,air)); third=encode(mix(dry,fog,air));
    gl_Position=vec4(at*2.0-1.0,0.0,1.0);
}
