// The sea as a mesh from the horizon to the beach, raised by its waves: each comes in, steepens, breaks and is gone.
#include "air.glsl"
#define WAVES 9
#include "beach.glsl"
in vec3 in_at; // across the screen 0..1 (with margins), distance away, unused
out vec4 place; out vec4 look; out vec4 veil; out vec2 at; out vec3 glow; // of the path of light, on foam; how shallow
uniform vec4 u_swash; uniform float u_haze,u_top,u_low,u_bright; // bright: how bright the day; what moves fast is drawn softer then
void main(){
    float z=in_at.y, x=ground_x(in_at.x,z), out_=z-shore_z(x); // out_: how far beyond the waterline
    float height=0.0,slope=0.0,fresh=0.0,trail=0.0,along=x/(1.0+0.12*z);
    for(int i=0;i<WAVES;i++){
        vec4 wave=u_wave[i]; float ta=since(wave,along); if(ta>u_swash.z) continue;
        float n2=noise2(vec2(along*2.9-wave.w*61.0,wave.w*61.0+5.0)), n=lobe(along,wave.w);
        float to=max(-ta,0.0), off=0.165*to*(1.0+0.014*to), gone=max(ta,0.0);
        float a=0.036*u_high*(0.55+0.7*n)*(0.30+0.62*wave.y);
        a*=mix(0.26,1.65,smoothstep(-0.10,1.0,off))*mix(1.0,0.62,smoothstep(1.3,5.0,off))*exp(-gone*1.6);
        float e=out_-off, w=e<0.0?mix(0.055,0.50,smoothstep(0.4,4.5,off)):mix(0.20,0.75,smoothstep(0.3,4.5,off));
        float g=a*exp(-e*e/(w*w)), big=smoothstep(0.15,1.1,wave.y*u_high);
        height+=g; slope+=-2.0*e/(w*w)*g;
        float broken=smoothstep(1.30,0.70,off+1.6*(n2-0.5)+0.45*(n-0.5)+0.75*(1.0-big))*(0.35+0.65*big);
        float lip=(e+0.019)/0.058; fresh=max(fresh,broken*exp(-lip*lip*(lip>0.0?mix(0.30,0.02,u_bright):1.0))*exp(-gone*1.2));
        trail=max(trail,smoothstep(1.3,0.5,off+0.8*(n2-0.5))*smoothstep(-0.02,0.06,e)*exp(-max(e,0.0)/0.50-gone*0.2)*smoothstep(u_swash.z,0.5*u_swash.z,ta)*(0.4+0.6*big));
    }
    float y=u_horizon_ratio-(EYE-height)/z;
    at=vec2(in_at.x,y); float aside=(u_source_at.x-at.x)*u_aspect, from=aside/(max(u_source_at.y-u_horizon_ratio,0.02)+EYE/z);
    glow=vec3(exp(-from*from*mix(5.5,9.0,smoothstep(0.10,0.0,EYE/z))),0.42+0.40*u_low*exp(-aside*aside*3.0)+0.16*(1.0-u_low),exp(-max(out_,0.0)*0.75));
    place=vec4(x,z,slope,out_); look=vec4(fresh,trail,height,0.0);
    float under=EYE/z, haze=u_haze*(exp(-under*70.0)*0.85+exp(-under*14.0)*0.22);
    veil=vec4(fog_at(vec2(at.x,u_horizon_ratio))*haze,haze);
    gl_Position=vec4(at.x*2.0-1.0,at.y/u_top*2.0-1.0,0.0,1.0);
}
