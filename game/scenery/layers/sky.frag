// The sky over the horizon, drawn small: gradient, glow, high streaks and heaped clouds. Alpha: how much cloud.
#include "air.glsl"
in vec2 uv; out vec4 colour;
uniform float u_bright,u_cloud,u_bank,u_glow,u_silver,u_ring,u_seed; uniform vec4 u_drift; // of streaks, their warp, heaps, their gaps
// Heaped cloud: rounded above, its foot flat and thin.
float heap(vec2 p,int octaves){
    float n=fbm2_drifting(p+vec2(u_drift.z,0.0),octaves), big=noise2(p*vec2(0.36,0.22)+vec2(9.0+u_drift.w,3.0));
    return n*0.80+big*0.50-0.04;
}
void main(){
    float h=uv.y; vec2 at=vec2(uv.x,mix(u_horizon_ratio,1.0,h)); float x=(uv.x-0.5)*u_aspect;
    vec3 c=sky_colour(h)+glow_at(at)*u_glow;
    float near=near_light(at); float lit=near*near*0.75+near*0.25;
    vec3 warm=u_sun*u_strength;
    vec2 p=vec2(x/(h*0.9+0.32),1.9/(h+0.30));
    float warp=fbm2_drifting(p*vec2(0.8,1.7)+u_seed+vec2(u_drift.y,0.0),2)*1.15;
    float n=fbm2_drifting(p*vec2(1.25,4.6)+vec2(warp*1.7+u_drift.x,warp*0.8)+u_seed,4)*1.03;
    float high=smoothstep(0.72-u_cloud*0.42,1.02-u_cloud*0.36,n)*smoothstep(0.0,0.16,h)*smoothstep(1.15,0.35,h);
    vec3 streak=mix(u_sky_middle*0.9+u_fog*0.22,u_sky_low*0.55+warm*0.75,clamp(lit*0.75+u_daylight*0.35*(1.0-u_twilight),0.0,1.0));
    c=mix(c,streak,high*0.72);
    vec2 q=vec2(x*2.7+warp*1.1,h*7.6+warp*0.4)+u_seed*1.7;
    float rise=smoothstep(0.03,0.13,h)*smoothstep(0.60,0.20,h);
    float edge=0.74-u_bank*0.36, body=heap(q,4)-0.10*(1.0-rise), cover=smoothstep(edge,edge+0.10,body)*rise;
    vec2 light=normalize(u_source_at-at+vec2(0.0,0.25))*vec2(0.22,0.30);
    float inner=heap(q+light,2)*1.1, face=clamp(0.56+(body-inner)*2.6,0.0,1.0);
    vec3 shaded=mix(u_sky_middle,u_fog,0.55)*0.82+u_shade*0.2, bright=u_fog*0.42+u_sky_low*0.30+warm*(0.32+0.45*lit);
    c=mix(c,mix(shaded,bright,face*(0.42+0.58*max(lit,u_daylight*(1.0-0.6*u_twilight)))),cover*0.82);
    float thin=high*(1.0-high)*0.9+high*0.35+cover*(1.0-cover)*3.4; c+=warm*(thin*lit*lit*u_silver*0.85);
    float off=(length((at-u_source_at)*vec2(u_aspect,1.0))-0.335)/0.020; // the ring of ice crystals
    c+=warm*(u_ring*0.11*exp(-abs(off)*(off<0.0?1.5:0.6))*(1.0-cover*0.7)*smoothstep(0.0,0.2,h));
    colour=vec4(encode(c*u_bright)+dither(gl_FragCoord.xy),max(high*0.6,cover));
}
