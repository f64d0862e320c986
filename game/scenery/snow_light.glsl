// What falls on open snow from the sky as it is painted: green under an aurora, rose at dusk. Include air.glsl first.
uniform vec3 u_ambient; uniform sampler2D u_mirror;
vec3 open_light(float x){
    vec3 sky=vec3(0.0);
    for(int i=0;i<9;i++){ vec2 q=vec2(x+(float(i%3)-1.0)*0.22,0.30+0.26*float(i/3)); sky+=decode(textureLod(u_mirror,clamp(q,0.02,0.98),0.0).rgb)/9.0; }
    sky=max(mix(vec3(dot(sky,vec3(0.2,0.7,0.1))),sky,1.0+0.4*(1.0-u_daylight)),0.0); return mix(vec3(1.0),vec3(0.80,0.98,1.22),u_daylight)*(u_ambient*mix(0.32,0.52,u_daylight)+sky*mix(0.42,0.16,max(u_daylight,u_twilight)));
}
// Towards the light, for a place on the screen: right, up, to the eye.
vec3 way_of_light(vec2 at){
    vec2 way=(u_source_at-vec2(at.x,u_horizon_ratio))*vec2(u_aspect*1.2,1.0);
    return normalize(vec3(way.x,0.26+max(way.y,0.0)*0.62,0.22));
}
