// A wave that stands up and breaks, as a band along its crest: from the foot of its face to the spray over its lip.
#include "air.glsl"
#define WAVES 9
#include "beach.glsl"
in vec3 in_at; // across the screen 0..1 (with margins); up its face, 0 the foot, 1 the crest, more is spray; which wave
out vec4 place; // along the wave, up the face, how far broken, height of the face in pixels
out vec4 look; // how near the path of light, light on foam, how clear the water is, how much of it is there
out vec4 veil; flat out float variety; out float flow;
uniform float u_haze,u_low,u_height_px;
const float TALLER=1.85,FULLEST=0.5;
void main(){
    vec4 wave=u_wave[int(in_at.z)]; float z=u_shore.x, x=0.0, ta=0.0, off=0.0, along=0.0;
    for(int i=0;i<5;i++){ // where the eye meets its crest
        x=ground_x(in_at.x,z); along=x/(1.0+0.12*z); ta=since(wave,along); off=standing(ta); z=mix(z,shore_z(x)+off,0.8);
    }
    z=max(z,0.4); float n=lobe(along,wave.w), n2=chance_of(wave,along), gone=max(ta,0.0);
    float tall=swell(wave,n,off,gone)*TALLER*(1.38-0.80*n2), there=smoothstep(3.6,1.9,off)*smoothstep(0.0,0.12,off)*smoothstep(0.012,0.030,tall), broken=broken_at(wave,n,n2,off);
    tall*=mix(1.0,0.80,smoothstep(0.85,0.2,off)); // a broken wave is a low roller
    float foot=z-tall*mix(1.5,0.9,broken), crest=u_horizon_ratio-(EYE-tall)/z, under=EYE/foot, low=u_horizon_ratio-under;
    float v=in_at.y>1.0?1.03+0.38*broken:in_at.y, y=mix(low,crest,v); if(there<=0.0) y=-2.0;
    place=vec4(along,v,broken,(crest-low)*u_height_px); variety=wave.w*7.3; flow=fract(ta*0.05);
    float aside=(u_source_at.x-in_at.x)*u_aspect, from=aside/(max(u_source_at.y-u_horizon_ratio,0.02)+under);
    look=vec4(exp(-from*from*6.0),0.50+0.50*u_low*exp(-aside*aside*2.2)+0.20*(1.0-u_low),exp(-off*0.45),there);
    float haze=u_haze*exp(-under*14.0)*0.30; veil=vec4(fog_at(vec2(in_at.x,u_horizon_ratio))*haze,haze);
    gl_Position=vec4(in_at.x*2.0-1.0,y*2.0-1.0,0.0,1.0);
}
