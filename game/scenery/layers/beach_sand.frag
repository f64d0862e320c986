// Sand, wet and dry, and the film of water that runs over it; where that is comes from beach_swash.frag. Alpha: how
// little of the sand's own grain is seen (beach_show.frag). FILM: where water may be. (Without
// a graphics card both sides of an `if` are worked out: what is rare is left out where it cannot be.)
#include "air.glsl"
#define WAVES 5
#include "beach.glsl"
in vec2 at; in vec3 glow; out vec4 colour;
uniform sampler2D u_mirror,u_ripples,u_foam_walls,u_water,u_trace; uniform vec2 u_band,u_drift; uniform vec4 u_swash; // .w: pixels a screen height
uniform vec3 u_ambient,u_direct,u_sand,u_deep,u_shallow,u_foam,u_path,u_day; uniform float u_spread,u_ripple,u_foaming,u_swash_top,u_bright,u_grazing;
void main(){
    float under=u_horizon_ratio-at.y, z=EYE/under, x=ground_x(at.x,z);
    vec2 look_at=vec2(at.x,at.y/u_swash_top); vec4 water=texture(u_water,look_at), trace=texture(u_trace,look_at), n=texture(u_ripples,vec2(x,z)*vec2(0.42,0.52));
    float wet=trace.x, wash=trace.y, fresh=trace.w, s=water.w, deep=water.x-(n.a-0.5)*0.036-(n.b-0.5)*0.022;
    float damp=smoothstep(0.62,0.30,s+(n.a-0.5)*0.22)*0.34, film=0.0;
#ifdef FILM
    film=clamp(deep*u_swash.w*0.11*under*under/(EYE*EYE)+0.5,0.0,1.0);
#endif
    float soaked=max(max(wet,damp*1.2),film);
    vec3 sand=u_sand*(u_ambient+u_direct*(u_grazing+0.20*glow.x))*(0.92+0.30*(n.a-0.5)), c=shown(sand)*mix(vec3(1.0),vec3(0.50,0.51,0.54),soaked);
    float shine=max(max(max(wet*0.90,wash)*(1.0-0.30*smoothstep(0.45,0.70,n.a)),damp*0.6),film);
    vec2 w=(n.ab-0.5)*vec2(0.14,0.15)*(1.0-film*0.6)+(n.rg-0.5)*film*(0.35+0.4*fresh)*u_ripple;
    float y=u_horizon_ratio+clamp(under+w.y*0.30,0.01,1.0);
    vec3 seen=texture(u_mirror,vec2(clamp(at.x+w.x*0.16,0.002,0.998),clamp((y-u_band.x)/(u_band.y-u_band.x),0.004,0.985))).rgb; seen*=seen;
    float glance=1.0-clamp(under*0.92,0.0,1.0), f=glance*glance; f=clamp((0.03+0.97*f*f*glance)*2.3,0.0,0.86)*shine;
#ifdef FILM
    c=mix(c,mix(u_sand*vec3(0.36,0.44,0.44)*u_day,mix(u_shallow,u_deep,0.15)*u_day*0.62,smoothstep(-0.02,0.30,deep)),film*mix(1.0-film,1.0,smoothstep(-0.02,0.40,deep)*0.72+0.28));
#endif
    c=c*(1.0-f*0.8)+seen*f;
    float m=(u_source_at.x-at.x)*u_aspect+w.x*0.35, near=max(exp(-m*m*30.0)-0.01,0.0); // light from low down is drawn long by what is not quite smooth
    float grain=smoothstep(0.46,0.62,n.b+n.g*0.35-0.17+0.10*near);
    c+=u_path*near*(0.16+0.75*grain*near)*shine*(0.40+0.90*f)*u_spread*(1.0-0.6*c);
    vec3 white=shown(u_foam*(u_ambient+u_direct*glow.y)+u_path*(glow.z*u_spread));
#ifdef FILM // thick at the edge, then a web of threads that tears
    vec4 walls=texture(u_foam_walls,vec2(x+0.05*(n.a-0.5),water.y)*vec2(1.15,0.66));
    float v=max(walls.r,walls.g*mix(0.80,1.0,water.z))+(walls.b-0.5)*0.34+(n.a-0.5)*0.35, least=mix(1.10,0.42,water.z);
    float much=smoothstep(least-0.06,least+0.09,v)*min(water.z*5.0,1.0)*film*min(0.35+fresh*1.2,1.0);
    c=mix(c,white*mix(0.62,0.80,u_bright),film*mix(water.z*0.06,fresh*0.9,u_bright)); // beaten water is milky
    c=mix(c,white*(0.80+0.30*walls.g),min(much,1.0)*mix(0.92,0.60,u_bright));
    c=mix(c,white,film*(1.0-film)*mix(2.2,1.2,u_bright)*smoothstep(0.35,0.75,water.z)); // its very edge
#endif
    c=mix(c,white*0.8,trace.z*(1.0-film)*0.7*smoothstep(0.50,0.85,n.b*0.9+n.a*0.35-0.10+trace.z*0.25)); // bubbles left behind
    c*=mix(0.80,1.0,smoothstep(0.0,0.16,at.y));
    colour=vec4(sqrt(max(c,0.0))+dither(gl_FragCoord.xy),1.0-(1.0-film)*(1.0-0.55*max(wet,wash)));
}
