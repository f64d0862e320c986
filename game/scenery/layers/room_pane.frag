// What is seen through a window: hills and spruces under snow, falling flakes, and frost in the corners of the panes.
#include "room_light.glsl"
#include "air.glsl"
in vec2 uv,q; out vec4 colour;
uniform sampler2D u_outside; uniform vec4 u_fall,u_aside; uniform vec2 u_panes,u_mirrored; uniform float u_eye_y,u_snow,u_clear,u_frost; uniform vec3 u_fire_light;
void main(){
    ivec2 at=ivec2(gl_FragCoord.xy); vec4 high=texelFetch(u_high,at,0); vec3 room=lit(texelFetch(u_low,at,0),high.rgb);
    float h=uv.y-u_eye_y; vec4 land=texture(u_outside,vec2(uv.x,h*2.2+0.30));
    vec3 sky=mix(u_horizon,mix(u_sky_low,u_sky_middle,smoothstep(0.04,0.32,h)),smoothstep(-0.06,0.12,h)),air_=mix(u_fog,sky,0.35);
    vec3 light=u_sky_middle*0.55+u_sky_low*0.35+u_sun*u_strength*0.35;
    vec3 ground=mix(vec3(0.060,0.085,0.090),vec3(1.12,1.15,1.22),land.g*land.g)*light;
    vec3 c=mix(sky,mix(ground,air_,land.r),land.a);
    vec2 p=vec2(uv.x*u_aspect,uv.y);
    for(int k=0;k<4;k++){
        float size=34.0-6.5*float(k); vec2 g=p*size+vec2(u_aside[k]+0.5*sin(p.y*5.0+u_aside[k]*0.31),u_fall[k]); ivec2 id=ivec2(floor(g))&4095;
        float n=hash2(id+ivec2(k*97,0)); vec2 o=fract(g)-0.28-0.44*vec2(fract(n*37.0),fract(n*91.0));
        float r=length(o),wide=0.075+0.065*fract(n*17.0)+0.012*float(k);
        c=mix(c,light*1.05+0.02,smoothstep(wide,wide*0.25,r)*step(n,u_snow*0.85)*(0.46+0.15*float(k)));
    }
    vec2 mirrored=(q-u_mirrored)/vec2(0.030,0.055); float mirror=dot(mirrored,mirrored); c+=u_fire_light*vec3(0.020,0.017,0.008)*(exp(-mirror)+0.16*exp(-mirror*0.12));
    vec2 pane=abs(fract(q*u_panes)*2.0-1.0); float corner=max(pane.x,pane.y)+0.45*pane.x*pane.y;
    float frost=smoothstep(0.80,1.42,corner+0.60*(fbm2(p*70.0,3)-0.45))*u_frost;
    c=mix(c,light*(0.80+0.75*noise2(p*vec2(210.0,260.0)))+u_fire_light*0.004,frost*0.62);
    float drift=fract(q.y*u_panes.y)-0.150-0.075*pane.x*pane.x-0.05*noise2(vec2(p.x*34.0,floor(q.y*u_panes.y)*7.0)); c=mix(c,light*(0.62+0.25*smoothstep(-0.10,0.0,drift)),smoothstep(0.015,-0.015,drift));
    colour=vec4(mix(room,encode(c)+dither(gl_FragCoord.xy),high.a),1.0);
}
