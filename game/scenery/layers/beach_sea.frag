// The sea: what it mirrors, its own colour, the path of light, foam in the wake of waves. Premultiplied.
#include "air.glsl"
#define WAVES 9
#include "beach.glsl"
in vec4 place; in vec2 look; in vec4 veil; in vec2 at; in vec3 glow; out vec4 colour; // see beach_sea.vert
uniform sampler2D u_mirror,u_ripples,u_foam_walls; uniform vec4 u_flow; uniform vec2 u_band,u_drift;
uniform vec3 u_ambient,u_direct,u_deep,u_shallow,u_foam,u_path,u_day; uniform float u_spread,u_ripple,u_foaming,u_bright;
void main(){
    float out_=place.w, edge=smoothstep(-0.05,0.32,out_);
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
    vec3 body=mix(u_deep,u_shallow,clamp(glow.z*0.85+face*0.7,0.0,1.0))*u_day*(0.84+0.9*s.y+0.4*s.x);
    vec3 c=mix(shown(body),seen,f);
#ifdef PATH // many small mirrors: each glints while it stands right
    float there=max(glow.x-0.05,0.0), far=smoothstep(0.12,0.0,under); vec2 q=vec2((at.x-u_source_at.x)*u_aspect/(under+0.10),log2(under+0.02)*1.5);
    float a=texture(u_foam_walls,q*vec2(0.42,1.0)+u_flow.xz*vec2(1.0,3.0)).a, b=texture(u_ripples,q*vec2(0.55,0.9)-u_flow.yw).g;
    float need=mix(1.16,mix(0.62,0.56,far),there)+abs(slope)*0.15, stand=a*0.62+(b-0.5)*1.7+0.28+slope*0.25;
    float glint=smoothstep(need-0.03,need+0.16,stand)*(0.25+0.75*there)*(0.55+0.65*a)*min(there*8.0,1.0);
    c+=u_path*(glint*1.25+there*there*mix(0.07,0.16,far))*u_spread*(1.0-0.6*c);
#endif
    // Lace left behind a wave that broke, drawn out to streaks.
    vec4 walls=texture(u_foam_walls,vec2(place.x+s.x*0.05,place.y+u_drift.x)*vec2(0.95,0.50));
    float v=max(walls.r,walls.g*0.90)+0.55*(walls.b-0.5), least=1.16-look.x*(0.34+0.36*u_foaming);
    float rest=smoothstep(least-0.05,least+0.10,v)*min(look.x*2.0,1.0)*(0.55+0.4*walls.a);
    c=mix(c,shown(u_foam*(u_ambient+u_direct*(glow.y+0.2*(walls.b-0.5)))),rest*mix(0.92,0.78,u_bright));
    c=c*(1.0-veil.a)+veil.rgb;
    colour=vec4((sqrt(max(c,0.0))+dither(gl_FragCoord.xy))*edge,edge);
}
