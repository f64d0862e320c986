// One quad a shaft of light, from where it comes through to where it falls.
#include "air.glsl"
in vec2 in_corner; in vec4 in_beam; // place, width, turn, chance
out vec2 q; out vec3 tint; out vec2 dust;
uniform float u_bright,u_wide,u_top,u_gap,u_fade,u_drift; uniform vec2 u_lean;
void main(){
    float apart=(in_beam.x-0.5)*(0.35+1.1*in_beam.x*in_beam.x);
    vec2 foot=vec2((u_gap+apart)*u_aspect,u_horizon_ratio*(0.98-0.62*in_beam.z*in_beam.z));
    // A light so low would have them meet in the picture, as a tent: they come from farther up.
    vec2 source=vec2(u_source_at.x*u_aspect,u_source_at.y+3.2*max(u_horizon_ratio+0.42-u_source_at.y,0.0));
    vec2 way=source-foot; way.x=clamp(way.x,-1.15*way.y,1.15*way.y); way=normalize(way);
    float rise=(u_top+0.16*in_beam.w-foot.y)/way.y; vec2 across=vec2(way.y,-way.x);
    float turn=0.5+0.5*sin(u_fade*(1.0+floor(in_beam.w*3.0))/3.0+in_beam.z*44.0); turn=0.25+0.75*turn*turn;
    float wide=u_wide*(0.35+1.6*in_beam.y*in_beam.y); float up=in_corner.y*0.5+0.5;
    vec2 p=foot+way*rise*up+across*in_corner.x*wide*mix(1.35,0.55,up);
    float g=near_light(vec2(foot.x/u_aspect,u_source_at.y));
    tint=u_sun*u_bright*turn*(0.16+0.20*g)*(0.75+0.35*in_beam.x); q=vec2(in_corner.x,up);
    dust=vec2(in_corner.x*2.2+in_beam.w*90.0,up*5.0+u_drift);
    gl_Position=vec4((p/vec2(u_aspect,1.0)+u_lean)*2.0-1.0,0.0,1.0);
}
