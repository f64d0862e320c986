// A plane of a wood on a grid. LIGHT: its map under the light of now; SHOW: on the screen, where boughs move with the
// gusts and rustle where a hand is. FLOOR: ground, which neither does, and whose air grows with its distance.
#include "air.glsl"
in vec2 in_at; // 0..1 of the map
out vec2 map;
uniform vec4 u_frame; uniform float u_margin;
#ifdef LIGHT
#include "foliage.glsl"
uniform float u_far;
void main(){
    map=in_at; vec2 p=u_frame.xy+map*u_frame.zw,at=vec2(p.x/u_aspect-u_margin,p.y);
    light_plant(at);
#ifdef FLOOR
    float off=clamp((u_horizon_ratio-at.y)/u_horizon_ratio,0.0,1.0),lost=1.0-smoothstep(0.0,0.30,off); lost*=lost; // in the sky
    float air=u_haze*exp(-3.6*off); air+=(1.0-air)*lost;
    haze=vec4(mix(fog_at(at),sky_colour(0.0)+glow_at(at),lost)*air,air);
#else
    haze=mix(haze,vec4(sky_colour(0.0)+glow_at(at),1.0),u_far*(1.0-smoothstep(0.01,0.18,at.y-u_horizon_ratio)));
#endif
    gl_Position=vec4(map*2.0-1.0,0.0,1.0);
}
#else
uniform vec2 u_lean;
#ifndef FLOOR
uniform vec3 u_hold; uniform vec2 u_sway,u_rustle; uniform sampler2D u_hands; // rustle: phases
#endif
void main(){
    map=in_at; vec2 p=u_frame.xy+map*u_frame.zw; // screen heights, from the left margin and the bottom edge
#ifndef FLOOR
    float free=clamp(dot(vec3(p,1.0),u_hold),0.0,1.3); free*=free;
    float blow=(gust(p.x)*0.75+gust(p.x*2.0+p.y*1.5+4.0)*0.25+0.35)*(0.18+0.95*u_wind.x)*step(0.0001,u_wind.x);
    vec2 hand=textureLod(u_hands,vec2(p.x/u_aspect-u_margin,0.5),0.0).xy; float off=(p.y-hand.y)/0.17;
    float felt=hand.x*exp(-off*off)*smoothstep(0.0,0.25,free+0.12);
    p+=u_sway*blow*free+felt*vec2(0.0042,0.0030)*vec2(sin(u_rustle.x+p.x*26.0+p.y*17.0),sin(u_rustle.y+p.x*21.0-p.y*31.0));
#endif
    gl_Position=vec4((vec2(p.x/u_aspect-u_margin,p.y)+u_lean)*2.0-1.0,0.0,1.0);
}
#endif
