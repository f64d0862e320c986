// The face of a wave: dark at its foot, light coming through below the lip; a ragged white curtain falls from the crest
// where it breaks, and tumbles on as a roller. Premultiplied.
#include "air.glsl"
#define WAVES 9
#include "beach.glsl"
in vec4 place; in vec4 look; in vec4 veil; flat in float variety; in float flow; out vec4 colour; // see beach_breaker.vert
uniform sampler2D u_foam_walls;
uniform vec3 u_ambient,u_direct,u_deep,u_shallow,u_foam,u_path,u_day; uniform float u_spread,u_low,u_bright;
void main(){
    float v=place.y, b=place.z, px=max(place.w,2.0);
    vec4 big=texture(u_foam_walls,vec2(place.x*0.62+variety,v*0.10+flow)), fine=texture(u_foam_walls,vec2(place.x*1.9-variety,v*0.20+flow*2.0));
    float rag=(big.b-0.5)*1.15+(fine.b-0.5)*0.75+(fine.r-0.45)*0.30, streak=(big.b-0.5)*0.8+(big.r-0.45)*0.4+(fine.b-0.5)*0.7;
    float top=1.0+b*(0.05+0.34*max(rag+0.10,0.0))+0.05*streak, over=clamp((top-v)*px*mix(0.9,0.16,b*smoothstep(0.9,1.05,v))+0.5,0.0,1.0);
    float foot=smoothstep(0.0,mix(0.50,0.20,b),v+rag*0.25*b), a=over*foot*look.w; if(a<0.004) discard;
    // The face: drawn up from its foot in streaks, thin and clear towards the lip.
    float thin=v*v*(0.40+0.60*look.z);
    vec3 body=mix(u_deep*0.62,u_shallow,clamp(0.22*u_bright+thin*0.95+streak*0.40*v,0.0,1.0))*u_day*(0.50+0.22*u_bright+0.75*thin+0.45*streak);
    vec3 c=shown(max(body,0.0))+u_path*u_shallow*(thin*thin*look.x*0.30*u_spread)+u_direct*u_shallow*(thin*(0.10+0.45*look.x)*u_low*0.6);
    float rim=exp(-(top-v)*(top-v)*px*0.8)*(1.0-b); c+=(u_path*u_spread*(0.07+0.75*look.x)+u_day*0.05)*rim*max(0.5+1.6*streak,0.0);
    // The curtain: its lower edge ragged, a shadow under it; later it has fallen to the foot.
    float down=1.06-b*1.30, in_=v-down-rag*0.55*min(b*2.2,1.0), shade=exp(-max(-in_,0.0)*7.0)*min(b*4.0,1.0);
    c*=1.0-mix(0.55,0.25,u_bright)*shade;
    float white=smoothstep(-0.03,0.10,in_)*smoothstep(0.02,0.12,b);
    white=max(white,smoothstep(0.05,0.45,rag+fine.g*0.5+0.9*look.z-0.72)*smoothstep(0.72,1.0,v)*0.85); // the lip feathers before it falls
    float lump=((fine.b-0.5)*1.2+(big.r-0.45)*0.5+(fine.g-0.45)*0.5)*mix(1.0,0.45,u_bright), lit=look.y*(0.30+0.72*smoothstep(-0.1,0.95,v)+0.75*lump);
    vec3 foam=u_foam*(u_ambient*(0.72+0.4*lump)+u_direct*max(lit,0.10));
    foam+=u_path*look.x*u_spread*(0.30+0.5*lump)*v;
    float holes=smoothstep(0.72,0.50,fine.r*0.6+fine.g*0.4+0.10*in_)*smoothstep(0.35,0.0,in_); // torn near its edge
    c=mix(c,shown(foam),white*(0.96-0.55*holes)*mix(1.0,0.82,u_bright));
    c=c*(1.0-veil.a)+veil.rgb;
    colour=vec4((sqrt(max(c,0.0))+dither(gl_FragCoord.xy))*a,a);
}
