// One heaped cloud, sailing with the wind; its two colours under the light of the hour.
#include "air.glsl"
in vec2 in_corner; in vec4 in_way; in vec2 in_self; in vec4 in_box; // way: x, nearness, width, shape; mirrored, chance; what of its cell holds anything, -1..1
out vec2 map; flat out float mirrored; flat out vec3 lit; flat out vec3 shade; flat out vec3 base; out vec3 light; flat out vec2 shown; out float rim;
uniform vec2 u_cells,u_lean,u_band; uniform float u_sail,u_most,u_amount,u_haze,u_dark,u_slow;
void main(){
    float near=in_way.y,w=in_way.z,span=u_aspect+2.0*u_most, chance=in_self.y;
    float x=mod(in_way.x*span+u_sail*mix(0.30,1.0,near),span)-u_most;
    float y=u_horizon_ratio+(1.0-u_horizon_ratio)*mix(u_band.x,u_band.y,near);
    vec2 part=mix(in_box.xy,in_box.zw,in_corner*0.5+0.5), q=part*vec2(0.5*in_self.x,0.5); q.x+=0.05*sin(u_slow+chance*40.0)*(q.y+0.5); q.y*=1.0+0.05*sin(u_slow*2.0+chance*25.0);
    vec2 at=vec2((x+q.x*w)/u_aspect,y+(q.y+0.3)*w*0.5)+u_lean;
    mirrored=in_self.x; map=(vec2(mod(in_way.w,u_cells.x),floor(in_way.w/u_cells.x))+part*0.499+0.5)/u_cells;
    vec2 middle=vec2(x/u_aspect,y), to=(u_source_at-middle)*vec2(u_aspect,1.0); float g=near_light(middle);
    light=normalize(vec3(to*vec2(1.0,1.0)+vec2(0.0,0.30),0.85));
    rim=g*g*u_strength;
    float far=u_haze*pow(1.0-near,1.4), day=min(u_strength,1.7);
    vec3 fog=mix(sky_colour((middle.y-u_horizon_ratio)/(1.0-u_horizon_ratio)),fog_at(middle),0.5);
    vec3 l=u_sun*day*0.98+u_sky_low*0.22, s=mix(u_sky_middle,u_fog,0.62)*(0.90+0.14*u_daylight)+u_sun*day*0.14;
    lit=encode(mix(l,fog,far*0.8)); shade=encode(mix(s,fog,far)); base=encode(mix(s*(1.0-0.62*u_dark),fog,far));
    shown=vec2(smoothstep(chance-0.08,chance+0.02,u_amount*1.1-0.05)*mix(1.0,0.82,far),0.0);
    gl_Position=shown.x<0.004?vec4(2.0,2.0,0.0,1.0):vec4(at*2.0-1.0,0.0,1.0);
}
