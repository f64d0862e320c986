// A range under the light of the hour: woods, rock and snow, then the air before it.
#include "air.glsl"
in vec2 map; in vec2 at; out vec4 colour;
uniform sampler2D u_map; uniform vec3 u_rock,u_forest,u_snow; uniform float u_snow_from,u_forest_to,u_haze,u_breath;
void main(){
    vec4 m=texture(u_map,map); if(m.a<0.004) discard; m.rgb/=m.a;
    vec3 n=vec3(m.r*2.0-1.0,m.g,0.0); n.z=sqrt(max(1.0-dot(n.xy,n.xy),0.0));
    vec2 way=(u_source_at-at)*vec2(u_aspect*1.15,1.0);
    vec3 light=normalize(vec3(way.x,0.24+max(way.y,0.0)*0.9,0.26+max(way.y,0.0)*0.5));
    float sun=max(dot(n,light),0.0), sky=0.55+0.45*n.y;
    float snow=smoothstep(u_snow_from-0.05,u_snow_from+0.07,m.b)*smoothstep(0.40,0.58,m.g+(m.b-u_snow_from)*0.25);
    float wood=1.0-smoothstep(u_forest_to-0.05,u_forest_to+0.09,m.b);
    vec3 body=mix(mix(u_rock,u_forest,wood),u_snow,snow);
    vec3 c=body*((u_shade*0.9+u_sky_middle*0.34)*sky+u_sun*u_strength*(sun*sun*0.58+sun*0.26));
    float h=(at.y-u_horizon_ratio)/(1.0-u_horizon_ratio);
    float low=1.0/(1.0+h*13.0); low*=low;
    float air=clamp(u_haze*(0.78+0.22*low)+(1.0-u_haze)*low*0.85*u_breath,0.0,1.0);
    c=mix(c,fog_at(at),air);
    colour=vec4(encode(c)*m.a+dither(gl_FragCoord.xy)*m.a,m.a);
}
