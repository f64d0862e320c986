// A view out of focus: what things are made of, under the light of this hour.
in vec2 uv; out vec4 colour;
uniform sampler2D u_matter,u_glow,u_cloud;
uniform vec3 u_top,u_middle,u_low,u_horizon,u_fog,u_ambient,u_sun,u_gap;
uniform vec2 u_lean,u_source; uniform float u_aspect,u_horizon_ratio,u_margin,u_lamps,u_haze,u_drift,u_seed,u_water,u_exposure;
uniform vec3 u_sway; uniform vec2 u_break;
vec3 sky(float h,float x,float n,float thin){
    h+=(n-0.5)*0.34+(x-0.5)*0.16; // no level edges: the cloud hangs in slanting masses
    vec3 c=mix(u_horizon,u_low,smoothstep(0.10,0.40,h));
    c=mix(c,u_middle,smoothstep(0.24,0.62,h)); c=mix(c,u_top,smoothstep(0.46,1.0,h));
    vec2 s=(vec2(x,h)-u_source)*vec2(u_aspect,0.8);
    c+=u_sun*u_gap*(exp(-dot(s,s)*7.0)*0.34+exp(-abs(h)*4.5)*exp(-s.x*s.x*2.0)*0.30);
    float day=u_exposure-1.0, body=smoothstep(0.30,0.68,n); // clouds with dark bellies and light between them
    c*=mix(0.62+0.76*n,mix(0.38,0.84,body),day*1.2);
    return c*(1.0+0.70*thin)+u_gap*(thin*day*(0.30+0.55*body));
}
void main(){
    vec2 at=uv-u_lean; float below=u_horizon_ratio-at.y;
    float h=abs(below)/(1.0-u_horizon_ratio);
    vec2 wobble=vec2(0.0);
    if(below>0.0&&u_water>0.0) wobble.x=(sin(at.y*61.0+u_sway.x)+sin(at.y*143.0+u_sway.y)+0.7*sin(at.y*331.0+at.x*23.0-u_sway.x))*0.0018*smoothstep(0.0,0.3,below);
    if(at.y>0.5) wobble.x+=u_sway.z*smoothstep(0.5,0.95,at.y)*(sin(at.y*9.0+at.x*7.0+u_sway.x)+0.6*sin(at.x*17.0+u_sway.y))*0.0022;
    vec2 m=(at+wobble)*vec2(u_aspect,1.0)+u_margin; m/=vec2(u_aspect,1.0)+2.0*u_margin;
    vec4 matter=texture(u_matter,m), glow=texture(u_glow,m);
    float n=texture(u_cloud,vec2((at.x-0.5)*u_aspect*1.5+u_drift,h*1.5+at.x*0.9+u_seed)/16.0).r;
    float day=u_exposure-1.0;
    vec2 b=(vec2(at.x,h)-u_break)*vec2(u_aspect*1.3,3.2+2.0*h); b.y+=(n-0.5)*1.6; // where the cloud is thin
    float thin=exp(-dot(b,b))*(0.35+0.65*day);
    vec3 above=sky(h,at.x,n,thin);
    float side=(at.x-u_break.x)*u_aspect; // what lies under the gap is lit through it
    vec3 lit=matter.rgb*(u_ambient*(1.0-0.32*day)+u_sun*(0.55+0.45*smoothstep(-0.6,0.6,(u_source.x-at.x)*0.5))
        +u_gap*(day*0.42*exp(-side*side*2.6)));
    float dusk=1.75-u_exposure; // shadows keep a colour: teal on the ground, plum above it
    lit+=matter.a*dot(u_middle,vec3(0.34))*dusk*0.26*mix(vec3(0.42,0.92,1.0),vec3(0.92,0.72,1.15),smoothstep(0.12,-0.12,below)*(0.4+0.8*n));
    vec3 c=lit+above*(1.0-matter.a)*(below>0.0?0.82-0.16*day:1.0);
    c=mix(c,u_fog*(0.8+0.4*n),clamp(glow.a*u_haze*(1.5+1.3*day),0.0,0.92));
    c*=u_exposure; c=max(mix(vec3(dot(c,vec3(0.30,0.58,0.12))),c,1.22-0.40*day),0.0);
    vec3 lamps=glow.rgb*u_lamps; c+=1.3*lamps/(1.0+0.24*max(lamps.r,max(lamps.g,lamps.b))); // keeps its hue however bright
    vec3 e=min(encode(c),1.0); e=mix(e,e*e*(3.0-2.0*e),min(0.25+0.55*day,0.62)); // by day the eye has adapted: deeper shades, clearer lights
    e*=1.0-0.115*e*e*e; // a rainy sky is silver, not white
    colour=vec4(e+dither(gl_FragCoord.xy),1.0);
}
