// Tiles as tall as the valley is there. What changes slowly is worked out here: light, haze, the colour of the sky.
#include "air.glsl"
in vec2 in_corner; in vec4 in_tile; // left, top, width, bottom (0..1 of the map)
out vec2 map; out vec2 at; out vec3 light; out vec3 fog; out vec3 open; out float near;
uniform float u_tall,u_margin; uniform vec2 u_lean; uniform vec3 u_ambient; uniform sampler2D u_mirror;
void main(){
    vec2 c=in_corner*0.5+0.5; map=vec2(in_tile.x+c.x*in_tile.z,mix(in_tile.w,in_tile.y,c.y));
    at=vec2((map.x-0.5)*(1.0+2.0*u_margin)+0.5,map.y*u_tall)+u_lean;
    vec2 way=(u_source_at-vec2(at.x,u_horizon_ratio))*vec2(u_aspect*1.2,1.0);
    light=normalize(vec3(way.x,0.26+max(way.y,0.0)*0.62,0.22));
    // What the sky above gives, as it is painted: so the snow is green under an aurora and rose at dusk.
    vec3 sky=vec3(0.0);
    for(int i=0;i<9;i++){ vec2 q=vec2(at.x+(float(i%3)-1.0)*0.22,0.30+0.26*float(i/3)); sky+=decode(textureLod(u_mirror,clamp(q,0.02,0.98),0.0).rgb)/9.0; }
    sky=max(mix(vec3(dot(sky,vec3(0.2,0.7,0.1))),sky,1.0+0.4*(1.0-u_daylight)),0.0); open=u_ambient*0.32+sky*mix(0.42,0.38,u_daylight); fog=fog_at(vec2(at.x,u_horizon_ratio)); near=clamp((u_horizon_ratio-at.y)/u_horizon_ratio,0.0,1.0);
    gl_Position=vec4(at*2.0-1.0,0.0,1.0);
}
