// The sea: what it mirrors, its own colour, the path of light, foam on the crests and in their wake. Premultiplied.
#include "air.glsl"
#define WAVES 9
#include "beach.glsl"
in vec4 place; in vec4 look; in vec4 veil; in vec2 at; in vec3 glow; out vec4 colour; // see beach_sea.vert
uniform sampler2D u_mirror,u_ripples,u_foam_walls; uniform vec4 u_flow; uniform vec2 u_band,u_drift;
uniform vec3 u_ambient,u_direct,u_deep,u_shallow,u_foam,u_path,u_day; uniform float u_spread,u_ripple,u_foaming,u_bright;
void main(){
    float out_=place.w, edge=smoothstep(-0.05,0.32,out_); if(edge<=0.0) discard;
    float under=max(u_horizon_ratio-at.y,0.0004), zc=EYE/(under+0.045); vec2 p=vec2((at.x-0.5)*u_aspect*zc+u_shore.w,zc);
    vec2 one=texture(u_ripples,p*vec2(0.36,0.62)+u_flow.xy).rg-0.5, two=texture(u_ripples,p*vec2(0.83,1.31)+u_flow.zw).rg-0.5;
    float near=smoothstep(0.0,0.16,under); vec2 s=(one*mix(0.42,0.62,near)+two*0.46)*u_ripple; s*=1.0-0.55*smoothstep(1.2,0.0,out_);
    float slope=place.z+s.y*0.62, rise=max(u_source_at.y-u_horizon_ratio,0.02);
    float up=under+max(2.0*slope,-under*0.9)*0.55+abs(s.y)*0.10;
    vec2 from=vec2(clamp(at.x+s.x*0.10*(0.4+under*3.0),0.002,0.998),clamp((u_horizon_ratio+up-u_band.x)/(u_band.y-u_band.x),0.004,0.99));
    vec3 seen=texture(u_mirror,from).rgb; seen*=seen;
    float glance=1.0-clamp(under+slope,0.0,1.0), f=glance*glance; f=min(0.02+0.98*f*f*glance,0.90);
    // Its own colour: deep far out, clear over the sand, and the light that comes through a wave's face.
    float face=clamp(place.z*0.55,0.0,1.0);
    vec3 body=mix(u_deep,u_shallow,clamp(glow.z*0.85+face*0.7,0.0,1.0))*u_day*(0.86+0.5*s.y+0.3*s.x);
    vec3 c=mix(shown(body),seen,f);
    if(glow.x>0.01&&u_spread>0.01){
        float aside=(u_source_at.x-at.x)*u_aspect, far=smoothstep(0.10,0.0,under);
        vec2 need=vec2(aside/(rise+under),(under-rise)*0.5), off=need-vec2(s.x*1.15,-slope*0.80);
        float glint=exp(-(off.x*off.x+off.y*off.y*0.6)/mix(0.0085,0.060,far));
        c+=u_path*(glint*glow.x*mix(1.15,0.62,far)+glow.x*glow.x*0.07)*u_spread*(1.0-0.7*c);
    }
    if(look.x+look.y>0.03){
        vec2 q=vec2(place.x,place.y)+vec2(0.0,u_drift.x);
        vec4 walls=texture(u_foam_walls,q*vec2(1.0,0.62)), more=vec4(0.5); if(look.x>0.04) more=texture(u_foam_walls,q*vec2(2.3,0.9)+0.4);
        float v=walls.r*0.62+walls.g*0.38+0.80*(walls.b-0.5)+look.x*(0.55*(more.b-0.5)+0.20*(more.r-0.5));
        float much=look.x*(0.50+0.62*clamp(place.z,0.0,1.0))*(0.55+0.75*u_foaming), wake=look.y*(0.45+0.9*u_foaming);
        float crest=smoothstep(1.0-much*0.98,1.38-much*0.80,v+0.20*much)*mix(0.94,0.80,u_bright), rest=smoothstep(1.02-wake*0.55,1.14-wake*0.50,v+0.1)*look.y*0.8;
        float lit=glow.y+0.22*(more.r-0.5)+0.35*(more.b-0.5);
        vec3 white=u_foam*(u_ambient+u_direct*clamp(lit,0.1,1.2))*clamp(1.02-place.z*0.55+0.3*look.z,0.45,1.1);
        c=mix(c,shown(white),clamp(max(crest,rest),0.0,1.0)*0.92);
    }
    c=c*(1.0-veil.a)+veil.rgb;
    colour=vec4((sqrt(max(c,0.0))+dither(gl_FragCoord.xy))*edge,edge);
}
