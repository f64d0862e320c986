// Light under water: it comes in from above, and all fades into the blue that stands behind (needs air.glsl).
uniform vec2 u_from; uniform sampler2D u_fog_map; uniform vec3 u_ambient,u_direct;
// Nearness to where the light comes in: 1 there, falling softly.
float lit_at(vec2 at){return exp(-length((at-u_from)*vec2(u_aspect*0.8,0.9))*1.15);}
// The blue behind a place on the screen, linear.
vec3 blue_at(vec2 at){vec3 c=textureLod(u_fog_map,at,0.0).rgb; return c*c;}
// As `encode`, but of something that stands behind so much of the blue (already encoded and squared).
vec3 behind(vec3 c,vec3 blue,float haze){return mix(encode(c),sqrt(blue),haze);}
