// Sand under the light of the hour: what faces it and sees it, what the sky gives, grooves, the air before it.
#include "air.glsl"
in vec2 map; in vec2 at; in vec3 fog; out vec4 colour;
uniform sampler2D u_face,u_horizons,u_grooves; uniform vec3 u_sand,u_direct,u_ambient,u_way; uniform vec4 u_weights;
uniform float u_height,u_shadow,u_haze,u_drawn,u_wide; uniform vec2 u_texel;
// The floor of a groove lies under the sand, its banks over it; filling, it grows shallow.
float depth(vec2 p){
    vec2 g=texture(u_grooves,p).rg; float bank=smoothstep(0.0,0.26,g.r)*smoothstep(0.52,0.26,g.r);
    return (0.42*bank-smoothstep(0.30,0.86,g.r))*g.g;
}
void main(){
    vec4 m=texture(u_face,map); if(m.a<0.004) discard; m.rgb/=m.a;
    vec4 hills=texture(u_horizons,map); float hill=dot(hills,u_weights)*1.2;
    vec2 n=m.rg*2.0-1.0; float floor_=0.0;
    if(u_drawn>0.0){
        vec2 e=u_texel*1.25; float near=clamp((u_horizon_ratio+0.06-at.y)/u_horizon_ratio,0.16,1.0);
        vec2 rise=vec2(depth(at+vec2(e.x,0.0))-depth(at-vec2(e.x,0.0)),depth(at+vec2(0.0,e.y))-depth(at-vec2(0.0,e.y)));
        n-=clamp(rise*(0.36*u_wide*near/e.y),-0.9,0.9); n*=min(1.0,0.97/max(length(n),0.01)); floor_=max(-depth(at),0.0);
    }
    float up=sqrt(max(1.0-dot(n,n),0.02)), sees=mix(1.0,smoothstep(-0.035,0.035,u_height-hill),u_shadow);
    float facing=max(n.x*u_way.x+up*u_way.y+n.y*u_way.z,0.0), sun=facing*sees;
    float open=(1.0-0.55*dot(hills,vec4(0.25)))*(0.62+0.38*up)*(1.0-0.45*floor_);
    vec3 c=u_sand*(u_ambient*open+u_direct*(sun*1.35+0.11*(1.0-sees*smoothstep(0.0,0.12,facing))*(1.0-n.y)));
    c=mix(c,fog,m.b*u_haze); colour=vec4((encode(c)+dither(gl_FragCoord.xy))*m.a,m.a);
}
