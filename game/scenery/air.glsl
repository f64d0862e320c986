#define GUST_LATE 3.4 // steps of u_gusts to cross a screen height
// The air of a world: its light, its haze and its wind, the same for every layer (uniforms set by air.py).
uniform vec3 u_sky_top,u_sky_middle,u_sky_low,u_horizon,u_sun,u_fog,u_shade;
uniform vec2 u_source_at,u_sun_at;
uniform float u_aspect,u_horizon_ratio,u_strength,u_twilight,u_daylight;
uniform vec4 u_wind; uniform mat4 u_gusts_near,u_gusts_far; uniform float u_gust_at;
vec3 sky_colour(float h){
    vec3 c=mix(u_horizon,u_sky_low,smoothstep(-0.02,0.24,h));
    c=mix(c,u_sky_middle,smoothstep(0.08,0.52,h)); return mix(c,u_sky_top,smoothstep(0.30,0.98,h));
}
// Nearness to the direct light: 1 at it, falling softly; cheap enough for every pixel.
float near_light(vec2 at){
    vec2 d=(at-u_source_at)*vec2(u_aspect*0.8,1.1); return 1.0/(1.0+7.0*dot(d,d));
}
// Light scattered round sun or moon, and the afterglow where the sun went down.
vec3 glow_at(vec2 at){
    float r=length((at-u_source_at)*vec2(u_aspect*0.8,1.1));
    vec3 c=u_sun*u_strength*(exp(-r*14.0)*0.55+exp(-r*5.4)*0.52+exp(-r*2.6)*0.10);
    vec2 d=(at-vec2(u_sun_at.x,u_horizon_ratio))*vec2(u_aspect*0.55,1.7);
    return c+u_horizon*u_twilight*exp(-length(d)*3.6)*0.45;
}
// How far the light eats into what stands before it: much of its edge while it lies low, nothing by day.
float glare_at(vec2 at){
    float g=near_light(at); g*=g; return g*g*0.55*u_twilight*min(u_strength,1.0);
}
// What far things fade into: the haze of the hour, warmer towards the light.
vec3 fog_at(vec2 at){
    float g=near_light(at); g=g*g*0.6+g*0.4;
    return mix(u_fog,u_fog*0.45+u_sun*min(u_strength,1.2)*0.62,g*min(u_strength,1.0)*0.85);
}
float gust_knot(int i){vec4 four=i<16?u_gusts_near[i>>2]:u_gusts_far[(i>>2)-4]; return four[i&3];}
// Gusts run through the world from left to right: -1..1 at a place (x in screen heights). In the middle it is the
// one that is heard; what lies beyond the last that is known meets them on their way back.
float gust(float x){
    float late=u_gust_at+(x-u_aspect*0.5)*GUST_LATE; late=31.0-abs(31.0-mod(abs(late),62.0));
    float i=min(floor(late),30.0); return mix(gust_knot(int(i)),gust_knot(int(i)+1),late-i);
}
