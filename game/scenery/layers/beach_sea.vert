// The sea as a mesh from the horizon to the beach, raised by its waves: each comes in, steepens, breaks and is gone.
#include "air.glsl"
#define WAVES 9
#include "beach.glsl"
in vec3 in_at; // across the screen 0..1 (with margins), distance away, unused
out vec4 place; out vec2 look; out vec4 veil; out vec2 at; out vec3 glow; // of the path of light, on foam; how shallow
uniform vec4 u_swash; uniform float u_haze,u_top,u_low;
void main(){
    float z=in_at.y, x=ground_x(in_at.x,z), out_=z-shore_z(x); // out_: how far beyond the waterline
    float height=0.0,slope=0.0,trail=0.0,along=x/(1.0+0.12*z);
    for(int i=0;i<WAVES;i++){
        vec4 wave=u_wave[i]; float ta=since(wave,along); if(ta>u_swash.z) continue;
        float n=lobe(along,wave.w), n2=chance_of(wave,along), off=standing(ta), gone=max(ta,0.0), a=swell(wave,n,off,gone);
        float e=out_-off, w=e<0.0?mix(0.15,0.50,smoothstep(0.4,4.5,off)):mix(0.20,0.75,smoothstep(0.3,4.5,off)), g=a*exp(-e*e/(w*w));
        height+=g; slope+=-2.0*e/(w*w)*g;
        // What lies behind it now it passed a while ago, broken or not as it was there.
        trail=max(trail,broken_at(wave,n,n2,max(out_,0.0))*smoothstep(-0.02,0.10,e)*exp(-max(e,0.0)*0.85-gone*0.16)*smoothstep(u_swash.z,0.5*u_swash.z,ta));
    }
    float under=EYE/z, y=min(u_horizon_ratio-(EYE-height)/z,u_horizon_ratio); if(in_at.z<-90.0) y=u_top*1.1;
    at=vec2(in_at.x,y); float aside=(u_source_at.x-at.x)*u_aspect, from=aside/(max(u_source_at.y-u_horizon_ratio,0.02)+under);
    glow=vec3(exp(-from*from*mix(3.4,2.2,smoothstep(0.10,0.0,under))),0.42+0.40*u_low*exp(-aside*aside*3.0)+0.16*(1.0-u_low),exp(-max(out_,0.0)*0.75));
    place=vec4(x,z,slope,out_); look=vec2(trail,height);
    float haze=u_haze*(exp(-under*70.0)*0.55+exp(-under*14.0)*0.22);
    veil=vec4(fog_at(vec2(at.x,u_horizon_ratio))*haze,haze);
    gl_Position=vec4(at.x*2.0-1.0,at.y/u_top*2.0-1.0,0.0,1.0);
}
