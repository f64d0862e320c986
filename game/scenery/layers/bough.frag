// A bough close by: wood, and leaves or flowers from a deep to a bright colour, with the light through them.
#include "air.glsl"
in vec2 map; in vec2 at; out vec4 colour;
uniform sampler2D u_map; uniform vec3 u_wood,u_deep,u_bright;
void main(){
    vec4 m=texture(u_map,map); if(m.a<0.004) discard; m.rgb/=m.a;
    float side=m.r*2.0-1.0,leaf=smoothstep(0.08,0.22,m.b); vec2 way=(u_source_at-at)*vec2(u_aspect,1.0);
    float up=clamp(way.y*0.6,0.0,1.0),towards=clamp(way.x*1.2,-1.0,1.0);
    float sun=clamp(0.34+side*towards*0.42+up*0.30,0.0,1.0)*m.g,through=leaf*(0.10+0.30*(1.0-m.g));
    vec3 body=mix(u_wood,mix(u_deep,u_bright,clamp((m.b-0.25)/0.75,0.0,1.0)),leaf);
    vec3 sky=u_sky_middle*0.30+u_sky_low*0.22;
    vec3 c=body*((u_shade*0.7+sky)*(0.30+0.80*m.g)+u_sun*u_strength*(sun*1.05+through));
    c+=u_sun*u_strength*0.05*(1.0-leaf)*max(side*towards,0.0);
    colour=vec4(encode(c)*m.a,m.a);
}
