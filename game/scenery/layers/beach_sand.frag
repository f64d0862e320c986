// Sand, wet and dry, and the film of water that runs over it; where that is comes from beach_swash.frag.
#include "air.glsl"
#define WAVES 5
#include "beach.glsl"
in vec2 at; in vec2 glow; out vec4 colour;
uniform sampler2D u_mirror,u_ripples,u_foam_walls,u_water,u_trace; uniform vec2 u_band,u_drift; uniform vec4 u_swash; // .w: pixels a screen height
uniform vec3 u_ambient,u_direct,u_sand,u_deep,u_shallow,u_foam,u_path,u_day; uniform float u_spread,u_ripple,u_foaming,u_swash_top,u_bright;
void main(){
    float under=u_horizon_ratio-at.y, z=EYE/under, x=ground_x(at.x,z);
    vec2 look_at=vec2(at.x,at.y/u_swash_top); vec4 water=texture(u_water,look_at), trace=texture(u_trace,look_at), n=texture(u_ripples,vec2(x,z)*vec2(0.42,0.52));
    float wet=trace.x, wash=trace.y, fresh=trace.w, s=water.w, deep=water.x-(n.a-0.5)*0.035;
    float film=clamp(deep*u_swash.w*0.11*under*under/(EYE*EYE)+0.5,0.0,1.0), damp=smoothstep(0.62,0.30,s+(n.a-0.5)*0.22)*0.34;
    vec3 c=vec3(0.0); vec4 g=vec4(0.5);
    if(film<1.0){ // relief where the light strikes it, grains, ripples of the wind
        g=texture(u_foam_walls,vec2(x*2.6,z*3.4)+0.31);
        float relief=(n.b-0.5)*0.7;
        vec3 sand=u_sand*(u_ambient*(0.82+0.5*relief)+u_direct*max(0.62+relief*1.15+0.35*glow.x,0.05))*(0.90+0.24*(n.a-0.5)+0.55*(g.a-0.67)+0.24*(g.b-0.5));
        c=shown(mix(sand,sand*vec3(0.52,0.51,0.52),max(max(wet,damp*1.2),film)));
    }
    float shine=max(max(max(wet*0.90,wash)*(1.0-0.30*smoothstep(0.45,0.70,n.a)),damp*0.6),film);
    vec2 w=(n.ab-0.5)*vec2(0.14,0.15)*(1.0-film*0.6);
    if(film>0.0) w+=(n.rg-0.5)*film*(0.35+0.4*fresh)*u_ripple;
    if(shine>0.02){
        float y=u_horizon_ratio+clamp(under+w.y*0.30,0.01,1.0), rise=max(u_source_at.y-u_horizon_ratio,0.02);
        vec3 seen=texture(u_mirror,vec2(clamp(at.x+w.x*0.16,0.002,0.998),clamp((y-u_band.x)/(u_band.y-u_band.x),0.004,0.985))).rgb; seen*=seen;
        float glance=1.0-clamp(under*0.92,0.0,1.0), f=glance*glance; f=clamp((0.03+0.97*f*f*glance)*2.3,0.0,0.86)*shine;
        if(film>0.0) c=mix(c,mix(u_sand*0.40*u_day,mix(u_shallow,u_deep,0.15)*u_day*0.62,smoothstep(0.0,0.50,deep)),film*mix(1.0-film,1.0,smoothstep(-0.02,0.40,deep)*0.72+0.28));
        c=c*(1.0-f*0.8)+seen*f;
        vec2 m=vec2((u_source_at.x-at.x)*u_aspect+w.x*0.35,(under-rise)+w.y*0.55);
        if(abs(m.x)<0.34&&u_spread>0.01){
            float rough=mix(0.34,0.05,clamp(wash+wet*0.55,0.0,1.0)), far=length(m*vec2(1.0,mix(0.26,0.50,1.0-film))), disc=smoothstep(0.058*(1.0+rough),0.050*(1.0-rough*1.4),far);
            c+=u_path*(disc*0.62+exp(-m.x*m.x*34.0-m.y*m.y*5.5)*0.34)*shine*(0.45+0.75*f)*u_spread*(1.0-0.6*c);
        }
    }
    vec3 white=shown(u_foam*(u_ambient+u_direct*glow.y));
    if(film>0.0){ // a sheet, then holes, then lace
        vec4 walls=texture(u_foam_walls,vec2(x+0.03*(n.a-0.5),s-water.y)*vec2(1.05,1.25));
        float blur=mix(0.30,0.78,u_bright)*smoothstep(0.35,0.85,fresh), b=(walls.b-0.5)*(1.0-0.6*blur), v=mix(walls.r*0.64+walls.g*0.36,0.44,blur);
        float least=water.z+b*1.05+smoothstep(0.05,0.6,deep)*0.10-0.06, keep=min(1.1*sqrt(fresh),1.0);
        float much=smoothstep(least-0.10,least+0.14,v)*mix(0.30,1.0,keep)*film, solid=smoothstep(0.55,0.15,least);
        c=mix(c,white*0.78,film*mix(0.25,0.84,u_bright)*fresh*u_foaming); // beaten water is milky
        c=mix(c,white*(0.82+0.34*mix(walls.g,0.45,blur*0.6)+0.20*(v-least)-0.16*solid*(0.5-b*2.0)),min(much,1.0)*0.93);
    }
    if(trace.z>0.02&&film<1.0) c=mix(c,white*0.8,trace.z*(1.0-film)*0.6*smoothstep(0.50,1.0,g.g*0.70+g.b*0.8-0.26+trace.z*0.25));
    c*=mix(0.80,1.0,smoothstep(0.0,0.16,at.y));
    colour=vec4(sqrt(max(c,0.0))+dither(gl_FragCoord.xy),1.0);
}
