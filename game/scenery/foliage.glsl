// What a plant's surface needs to know of light and haze, worked out at the corners of its tiles (needs air.glsl).
out vec4 lit; // light from above, from the right (-1..1), through the leaves, how far it stands behind the plant
out vec4 haze;
uniform float u_haze,u_breath,u_behind; // behind: 1 where a low light in the picture stands behind the plant, 0 never
void light_plant(vec2 at){
    vec2 way=(u_source_at-at)*vec2(u_aspect,1.0); float g=near_light(at);
    float behind=u_behind-u_behind*smoothstep(0.45,1.25,(u_source_at.y-u_horizon_ratio)/(1.0-u_horizon_ratio));
    lit=vec4(clamp(way.y*1.3,0.0,1.0),clamp(way.x*1.6,-1.0,1.0),g*g,behind);
    float low=1.0/(1.0+max(at.y-u_horizon_ratio,0.0)*34.0); low*=low;
    float air=clamp(u_haze+(1.0-u_haze)*low*0.34*u_breath,0.0,1.0); air+=(1.0-air)*glare_at(at)*u_behind*0.6;
    haze=vec4(fog_at(at)*air,air);
}
