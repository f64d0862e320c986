// One quad a fish; the shoal follows one way, each fish a little later than the one before it.
#include "air.glsl"
#include "sea.glsl"
in vec2 in_corner; in vec4 in_fish; in vec2 in_look; // place in the shoal across, up, off; delay; size, haze
out vec2 q; out vec4 blue; flat out vec2 fish; flat out float flash;
uniform vec4 u_way,u_rates; uniform vec2 u_stir; uniform float u_wag,u_size,u_spread,u_roam,u_haze; uniform vec2 u_home,u_lean;
vec3 way(float ago){
    vec4 w=u_way-u_rates*ago;
    return vec3((sin(w.x)*0.72+sin(w.y)*0.28)*u_roam*u_aspect*0.5,(sin(w.z)*0.10+sin(w.w)*0.05)*(0.4+u_roam),cos(w.x)*0.5+cos(w.w)*0.2);
}
void main(){
    float ago=in_fish.w*2.2; vec3 c=way(ago),h=normalize(way(ago-0.5)-c);
    vec3 off=in_fish.xyz*vec3(1.0,0.34,0.6)*u_spread+vec3(sin(u_stir.x+ago*14.0),sin(u_stir.y+ago*23.0),0.0)*vec3(0.05,0.035,0.0)*u_spread;
    off.xy*=1.0+0.18*sin(u_stir.x*0.5); c+=off; float near=1.0/(1.55+c.z*0.45)*1.5;
    vec2 at=u_home+vec2(c.x/u_aspect,c.y)*near+u_lean; float facing=sign(h.x)*max(abs(h.x),0.66),size=u_size*near*in_look.x;
    vec2 along=normalize(vec2(facing,h.y*0.8)),up=vec2(-along.y,along.x)*sign(facing);
    float wag=sin(u_wag+in_fish.w*60.0-in_corner.x*1.8)*0.045*smoothstep(0.5,-1.0,in_corner.x);
    q=in_corner; float turn=sin(u_stir.x*2.0+in_fish.x*5.0+in_fish.y*3.0+in_look.x*6.0); flash=turn*turn*turn; fish=vec2(abs(h.x),clamp(u_haze+(1.0-near)*0.5+in_look.y,0.0,0.95));
    at+=(along*in_corner.x*abs(facing)+up*(in_corner.y*0.20+wag))*size/vec2(u_aspect,1.0);
    blue=vec4(blue_at(clamp(at,0.002,0.998)),lit_at(at)); gl_Position=vec4(at*2.0-1.0,0.0,1.0);
}
