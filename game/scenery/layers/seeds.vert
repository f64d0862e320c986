// Dandelion seeds under their parachutes: adrift on the wind, or blown off by a touch.
#include "air.glsl"
in vec2 in_corner; in vec4 in_seed;
out vec2 q; flat out vec4 look; flat out vec3 down; flat out vec3 corn; // look: shown, softness of an edge, tip of the parasol, chance
uniform vec3 u_ambient,u_direct,u_colour; uniform vec2 u_lean,u_band; uniform vec3 u_bob; uniform float u_sail,u_size,u_amount,u_height_px;
#if defined(BLOWN)
uniform mat4 u_puffs_a,u_puffs_b; uniform float u_life_s;
vec4 puff_of(int i){return i<4?u_puffs_a[i]:u_puffs_b[i-4];}
#endif
void main(){
    vec2 at; float size,shown,chance=in_seed.w,near;
#if defined(BLOWN)
    vec4 puff=puff_of(int(in_seed.x+0.5)); float age=puff.z, life=age/u_life_s; near=0.55+0.45*in_seed.z;
    float out_=1.0-exp(-age*1.1), a=in_seed.y*6.2831853;
    vec2 way=vec2(cos(a),abs(sin(a))*0.8+0.15)*(0.03+0.10*in_seed.z)*out_;
    float drift=max(age-0.5,0.0); way+=vec2(0.026*drift+0.0022*drift*drift,0.008*drift*(0.4+in_seed.z))*(0.7+0.6*chance);
    way+=vec2(0.016*sin(u_bob.x+chance*30.0),0.014*sin(u_bob.y+chance*50.0))*min(age*0.4,1.0);
    at=puff.xy+way*vec2(1.0/u_aspect,1.0); size=u_size*mix(0.5,0.95,near)*(1.0-0.35*life);
    shown=puff.w*smoothstep(0.0,0.5,age)*smoothstep(1.0,0.72,life);
#else
    near=in_seed.z; float span=u_aspect+0.4;
    float x=mod(in_seed.x*span+u_sail*mix(0.22,1.0,near)*(0.8+0.4*chance),span)-0.2;
    float y=mix(u_band.x,u_band.y,in_seed.y)+0.030*near*sin(u_bob.x+chance*40.0)+0.022*sin(u_bob.y+chance*70.0)+0.05*near*sin(u_bob.z+chance*20.0);
    at=vec2(x/u_aspect,y); size=u_size*mix(0.22,1.0,near*near); shown=smoothstep(chance-0.08,chance+0.02,u_amount*1.1-0.05);
#endif
    at+=u_lean*near; q=in_corner*1.1; float px=1.0/max(size*u_height_px,1.0);
    float tip=0.34*sin(u_bob.y+chance*90.0)+0.22;
    look=vec4(shown*mix(0.55,0.92,near),px,tip,chance);
    float g=near_light(at); vec3 light=u_ambient*0.75+u_direct*(0.55+0.5*g*(1.0-0.5*u_daylight));
    down=encode(u_colour*light); corn=encode(vec3(0.16,0.11,0.06)*light);
    gl_Position=shown<0.004?vec4(2.0,2.0,0.0,1.0):vec4((at+in_corner*1.1*max(size,2.2/u_height_px)/vec2(u_aspect,1.0))*2.0-1.0,0.0,1.0);
}
