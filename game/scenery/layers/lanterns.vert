// Paper lanterns: rising from the far town and drifting off, afloat on open water, or released by a hand.
#include "air.glsl"
in vec2 in_corner; in vec4 in_way;
#if !defined(RELEASED)
in vec4 in_self;
#endif
out vec2 q; flat out vec4 look; flat out vec3 tint; flat out float air_;
// look: flame, chance, turn about itself, how soft an edge is (in q)
uniform sampler2D u_open; uniform vec2 u_onto,u_lean; uniform vec3 u_sway,u_colour,u_other_colour;
uniform float u_turn,u_round,u_size,u_amount,u_glow,u_centre,u_drift,u_far,u_height_px,u_still,u_image;
#if defined(HALO)
const float REACH=2.7; // the light around
#else
const float REACH=1.1;
#endif
const float LIFE_S=56.0;
void main(){
    vec2 at; float size,shown,chance,far=0.0,tall=1.0; vec2 lean=u_lean;
#if defined(RELEASED)
    float age=in_way.z, rise=min(age,LIFE_S)*(1.0-u_still); chance=in_way.w;
    float lift=0.010*rise*smoothstep(0.0,9.0,rise)+0.00016*rise*rise;
    at=vec2(in_way.x+(u_drift*0.010*rise+0.010*sin(u_sway.y+chance*40.0)*smoothstep(0.0,12.0,rise)),in_way.y);
    if(u_image>0.5) at.y=max(at.y,2.0*u_horizon_ratio-at.y); // over the water what it mirrors
    at.y+=lift; far=clamp(lift*0.45,0.0,0.8);
    size=u_size*mix(1.25,0.42,smoothstep(0.0,1.1,lift));
    shown=smoothstep(0.0,2.2,age)*smoothstep(LIFE_S,LIFE_S-9.0,age*mix(1.0,3.2,u_still));
#else
    chance=in_self.x;
    float way=in_way.x+u_turn*u_round, life=fract(way), which=mod(floor(way),u_round);
    float other=hash1(uint(in_self.y*65535.0)*31u+uint(which)), another=hash1(uint(in_self.z*65535.0)*17u+uint(which)+7u);
    float part=smoothstep(in_self.w-0.06,in_self.w+0.02,u_amount*1.08-0.05); shown=step(0.02,part); // they come small
#if defined(FLOATING)
    float z=mix(0.84,u_far,life), row=clamp((z-1.0)/(u_far-1.0)*63.0,0.0,62.99); // from under the bottom edge
    vec2 open=mix(texelFetch(u_open,ivec2(int(row),0),0).rg,texelFetch(u_open,ivec2(int(row)+1,0),0).rg,fract(row));
    float down=u_horizon_ratio/z; size=u_size*(0.75+0.4*in_way.w)*2.0/z; size=min(size,u_size*1.3)*part;
    float wide=open.y-open.x, lane=clamp(0.5+(in_way.y-0.5)*0.94+0.05*sin(u_sway.z+chance*30.0)/(1.0+z*0.1),0.0,1.0);
    at.x=open.x+size/u_aspect+max(wide-2.0*size/u_aspect,0.0)*lane; if(wide<size*1.6/u_aspect) shown=0.0;
    at.y=u_horizon_ratio-down+size*0.62+0.03*size*sin(u_sway.x+chance*50.0);
    if(u_image>0.5){tall=2.5; at.y=u_horizon_ratio+down*0.96+size*0.5*tall; shown*=0.62;} // waves draw it out and dim it
    shown*=smoothstep(1.0,0.92,life); far=1.0-exp(-(z-1.0)*0.075); lean*=1.0/z+0.35;
#else
    float near=in_way.z; size=u_size*mix(0.13,1.0,near*near); far=0.55-0.55*near;
    float top=mix(0.35,1.15,pow(another,0.7))*(1.0-u_horizon_ratio)*mix(0.8,1.1,near), spread=mix(0.07,0.34,life)*mix(0.8,1.25,near);
    at=vec2(u_centre+sign(u_drift)*0.15*sin(life*5.4)*smoothstep(0.0,0.3,life)+(other+in_way.y-1.0)*spread*0.95+u_drift*pow(life,1.5)*mix(0.6,1.0,near),u_horizon_ratio+mix(0.02,0.16,near)+top*pow(life,1.15));
    at+=vec2(0.006*sin(u_sway.y+chance*40.0)+0.010*sin(u_sway.z+other*50.0),0.004*sin(u_sway.z+chance*70.0))*(0.3+near);
    shown*=smoothstep(0.0,0.015,life)*smoothstep(1.0,0.95,life); size*=mix(1.0,0.72,life)*part*smoothstep(-0.02,0.10,life)*smoothstep(1.01,0.82,life);
    vec2 off=(at-u_source_at)*vec2(u_aspect,1.0); float beside=max(length(off),1e-3); // they part round the moon
    at+=off/beside*max(0.085-beside*0.7,0.0)/vec2(u_aspect,1.0)*(1.0-u_daylight); lean*=0.2+0.8*near;
#endif
#endif
    at+=lean; shown=clamp(shown,0.0,1.0); q=in_corner*REACH;
    float warm=(0.94+0.06*sin(u_sway.x*1.0+chance*70.0))*u_glow;
    look=vec4(shown,chance,0.10*sin(u_sway.y+chance*50.0),1.1/(size*u_height_px)*mix(1.0,1.6,u_image));
    tint=mix(u_colour,u_other_colour,step(0.84,fract(chance*23.0)))*warm; air_=far;
    vec2 p=at+in_corner*REACH*size*vec2(1.0/u_aspect,tall);
    p.y=(p.y-u_onto.x)/(u_onto.y-u_onto.x);
    gl_Position=shown<0.004||size*u_height_px<0.35?vec4(2.0,2.0,0.0,1.0):vec4(p*2.0-1.0,0.0,1.0);
}
