// A wood under the light of the hour: needles and leaves, the light through their edges, the air before them.
#include "air.glsl"
in vec2 map; in vec2 at; out vec4 colour;
uniform sampler2D u_map; uniform vec3 u_needle,u_leaf; uniform float u_haze,u_breath;
void main(){
    vec4 m=texture(u_map,map); if(m.a<0.004) discard; m.rgb/=m.a;
    float side=m.r*2.0-1.0; vec2 way=(u_source_at-at)*vec2(u_aspect,1.0);
    float up=clamp(way.y*1.3,0.0,1.0), towards=clamp(way.x*1.6,-1.0,1.0);
    float sun=clamp(0.30+side*towards*0.5+up*0.5,0.0,1.0)*m.g;
    float g=near_light(at); float through=g*g*(1.0-m.g*0.4);
    vec3 body=mix(u_needle,u_leaf,m.b);
    vec3 c=body*((u_shade*1.0+u_sky_middle*0.42)*(0.22+0.9*m.g)+u_sun*u_strength*(sun*0.85+through*0.30));
    float h=max(at.y-u_horizon_ratio,0.0), low=1.0/(1.0+h*34.0); low*=low;
    c=mix(c,fog_at(at),clamp(u_haze+(1.0-u_haze)*low*0.34*u_breath,0.0,1.0));
    colour=vec4(encode(c)*m.a,m.a);
}
