// Water: the mirrored picture bent by waves, its own colour where you look down into it, light upon it.
#include "air.glsl"
in vec2 at; in float shore; out vec4 colour;
uniform sampler2D u_mirror,u_rings; uniform vec3 u_deep,u_shallow;
uniform vec2 u_band,u_lean; uniform vec4 u_flow; uniform float u_ripple,u_clear,u_glitter,u_haze,u_lane;
void main(){
    float d=u_horizon_ratio-at.y, under=max(shore-at.y,0.0), reach=d/u_horizon_ratio;
    float z=0.085/(d+0.010), x=(at.x-0.5)*u_aspect-u_lean.x*reach*1.2;
    vec2 w=vec2(x*z*13.0,z*46.0);
    float n1=noise2(w*vec2(0.55,1.0)+u_flow.xy), n2=noise2(w*vec2(1.4,2.3)+u_flow.zw);
    float n3=noise2(w*vec2(3.1,4.6)+u_flow.wx*2.0+7.0);
    float lane=noise2(vec2(x*z*0.9+u_lane,z*5.0)); lane=smoothstep(0.34,0.72,lane+0.10*gust(x*z));
    float near=smoothstep(0.0,0.34,d);
    float s=(n1-0.5)*0.62+(n2-0.5)*0.46+(n3-0.5)*0.34*near;
    float rough=u_ripple*(0.45+0.55*lane)*(0.7+0.6*u_wind.x);
    vec2 bend=vec2(s*0.022,s*0.19)*(0.09+near*0.9)*rough;
#ifdef RINGS
    vec3 ring=texture(u_rings,vec2(at.x,at.y/u_horizon_ratio)).xyz; bend+=ring.xy;
#endif
    float mirror=shore+under*0.95+0.004+bend.y+rough*lane*0.045*near;
    vec2 from=vec2(clamp(at.x+bend.x,0.002,0.998),clamp((mirror-u_band.x)/(u_band.y-u_band.x),0.004,0.996));
    vec3 seen=texture(u_mirror,from).rgb; seen*=seen;
    float glance=clamp(mix(0.93,0.46,smoothstep(0.0,1.0,reach))+s*rough*0.55*near,0.10,0.97);
    float up=clamp((u_source_at.y-u_horizon_ratio)*1.2,0.0,1.0);
    float bed=u_clear*smoothstep(0.30,1.15,reach)+0.45*u_clear*exp(-under*46.0)*smoothstep(0.004,0.03,d-under);
    float net=1.0-abs(2.0*(n2*0.55+n3*0.45)-1.0); net*=net; net*=net;
    vec3 day=u_sky_middle*0.42+u_sky_low*0.30+u_sun*u_strength*(0.10+0.85*up);
    vec3 body=mix(u_deep,u_shallow*(0.80+0.55*net*(0.25+0.75*up)),clamp(bed,0.0,1.0))*day;
    vec3 c=mix(body,seen*vec3(0.97,0.985,1.0),glance);
    float across=abs(at.x-u_source_at.x+s*0.02)*u_aspect;
    float path=exp(-across*across/(0.0035+d*d*0.17))*mix(1.0,0.12,smoothstep(0.45,1.1,u_source_at.y));
    float spark=smoothstep(0.60,0.90,n1*0.5+n2*0.42+n3*0.16)*smoothstep(0.0,0.02,under);
    c+=u_sun*u_strength*u_glitter*spark*path*(1.15-0.75*reach);
#ifdef RINGS
    c+=(u_sky_low*0.35+u_horizon*0.25)*ring.z;
#endif
    float veil=exp(-under*58.0)*u_haze+exp(-under*9.0)*u_haze*0.16;
    c=mix(c,fog_at(vec2(at.x,u_horizon_ratio+under*0.3)),veil);
    colour=vec4(sqrt(max(c,0.0))+dither(gl_FragCoord.xy),1.0);
}
