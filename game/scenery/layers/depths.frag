// Clear water, painted small: from the surface down into the dark, light scattered round where it comes in, shafts.
in vec2 uv; out vec4 colour;
#include "air.glsl"
uniform vec2 u_from; uniform float u_rays,u_glow,u_cloud,u_seed; uniform vec4 u_drift; uniform vec2 u_clouds;
const vec3 NEAR_KEPT=vec3(0.66,0.93,0.96),KEPT=vec3(0.22,0.76,1.0);
void main(){
    float h=(uv.y-u_horizon_ratio)/(1.0-u_horizon_ratio);
    vec3 c=mix(u_horizon,u_sky_low,smoothstep(-0.04,0.42,h));
    c=mix(c,u_sky_middle,smoothstep(0.22,0.78,h)); c=mix(c,u_sky_top,smoothstep(0.60,1.08,h));
    c=mix(c,u_shade,smoothstep(0.05,-0.45,h)*0.6);
    vec2 d=(uv-u_from)*vec2(u_aspect,1.0); float r=length(d*vec2(0.80,1.0));
    vec3 light=u_sun*min(u_strength,2.0)*mix(NEAR_KEPT,KEPT,smoothstep(0.05,0.55,u_from.y-uv.y)); // water takes the red first
    c*=mix(1.0,0.66,smoothstep(0.35,1.6,abs(d.x))*smoothstep(0.0,0.9,uv.y));
    c+=(light*exp(-r*4.2)*0.42+(light*0.3+u_sky_top)*mix(u_sky_top,u_sky_middle,smoothstep(0.1,0.6,u_from.y-uv.y))*exp(-r*2.1)*0.42)*u_glow;
    // Shafts: noise over the angle as seen from well above where the light comes in, three paces multiplied.
    float deep=u_from.y+0.22-uv.y, a=d.x/deep;
    float s1=noise2(vec2(a*7.0+u_drift.x+u_seed,u_drift.y)),s2=noise2(vec2(a*19.0-u_drift.z+u_seed,u_drift.w+7.0));
    float s3=noise2(vec2(a*43.0+u_drift.x+u_seed,u_drift.y+3.0));
    float s=smoothstep(0.30,0.92,s1*0.62+s2*0.34+0.04)*(0.55+0.75*s2)*(0.75+0.5*s3);
    float fade=exp(-deep*1.95)*exp(-a*a*1.3)*smoothstep(1.45,0.40,deep);
    c+=(light*0.62+mix(u_sky_top,u_sky_middle*1.6,smoothstep(0.1,0.7,u_from.y-uv.y))*0.5)*s*fade*1.05*u_rays;
    float m=fbm2_drifting(vec2(uv.x*u_aspect*1.6+u_clouds.x,uv.y*2.2-u_clouds.y)+u_seed,3);
    c*=1.0+u_cloud*(m-0.45)*0.7;
    c=encode(c); float grey=dot(c,vec3(0.25,0.6,0.15)); c=max(mix(vec3(grey),c,1.12),0.0);
    c=mix(c,c*c*(3.0-2.0*c),0.28);
    colour=vec4(c+dither(gl_FragCoord.xy),1.0);
}
