// Water: the mirrored picture bent by waves, its own colour where you look down into it, light upon it.
#include "air.glsl"
in vec2 at; in float across; // where it meets the line of the shore, 0..1
in vec4 place; in vec4 look; in vec4 veil; out vec4 colour;
// place: x and distance on the water, shore, nearness. look: roughness, wind lane, bed, mirror. veil: haze.
uniform sampler2D u_mirror,u_rings,u_line; uniform vec3 u_dim,u_deep,u_shallow,u_day,u_path;
uniform vec2 u_band; uniform vec4 u_flow; uniform float u_glint,u_spread,u_up,u_height_px;
void main(){
    float near=place.w, rough=look.x, under=place.z-at.y;
    vec2 w=vec2(place.x*13.0,place.y*46.0);
    float n1=noise2(w*vec2(0.55,1.0)+u_flow.xy), n2=noise2(w*vec2(1.4,2.3)+u_flow.zw);
    float n3=noise2(w*vec2(6.3,5.2)+u_flow.wx*2.0+7.0);
    float s=(n1-0.5)*0.62+(n2-0.5)*0.46+(n3-0.5)*0.40*near;
    vec2 bend=vec2(s*0.022,s*0.19)*(0.17+near*0.85)*rough;
#if defined(RINGS)||defined(RINGED_EDGE)
    vec4 ring=texture(u_rings,vec2(at.x,at.y/u_horizon_ratio)); bend+=ring.xy; s+=ring.y*3.0;
#endif
    float mirror=place.z+max(under,0.0)*0.95+0.004+bend.y+rough*look.y*0.05*near;
    vec2 from=vec2(clamp(at.x+bend.x,0.002,0.998),clamp((mirror-u_band.x)/(u_band.y-u_band.x),0.004,0.996));
    vec3 seen=texture(u_mirror,from).rgb; seen*=seen*u_dim;
    float glance=clamp(look.w+s*(0.30+rough)*0.62*near,0.10,0.97);
    float net=1.0-abs(n2*1.1+n3*0.9-1.0); net*=net; net*=net;
    vec3 body=mix(u_deep,u_shallow*(0.78+net*u_up),look.z)*u_day*(0.80+0.24*n1+0.16*n3);
    vec3 c=mix(body,seen,glance);
    float aside=(abs(at.x-u_source_at.x+s*0.02)*u_aspect), depth=u_horizon_ratio-at.y;
    // The light's path: narrow and close under the far shore, towards us wide, sparse and broken into flakes.
    float path=exp(-aside*aside/(0.0006+depth*depth*0.13));
    float flake=n1*0.16+n2*0.34+n3*0.50+(n3-n1)*0.12*near, least=0.74-0.40*path*(0.75+0.25*path)+depth*0.22;
    float spark=smoothstep(least,least+0.13,flake)*path*smoothstep(0.0,0.012,under);
    c=mix(c,u_path,min(spark*u_spread*(1.12-depth*0.95),0.94));
#if defined(RINGS)||defined(RINGED_EDGE)
    c=c*(1.0+min(ring.z,0.0)*0.62)+(u_sky_low*0.16+u_sky_middle*0.10)*max(ring.z,0.0)+u_path*(ring.w*0.30*u_glint);
#endif
    c=c*(1.0-veil.a)+veil.rgb;
    float edge=1.0;
#if defined(EDGE)||defined(RINGED_EDGE)
    float below=(u_horizon_ratio+texture(u_line,vec2(across,0.5)).r-at.y)*u_height_px; // pixels under the waterline
    c*=0.62+0.38*clamp(below*0.22,0.0,1.0); edge=clamp(below+0.5,0.0,1.0);
#endif
    colour=vec4((sqrt(max(c,0.0))+dither(gl_FragCoord.xy))*edge,edge);
}
