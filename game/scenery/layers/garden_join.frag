// All that a frame needs beside the skin in one small texture: direct light of two moments, lamp, and how far a pixel
// is as a share of how far bare ground or wall would be there (8 bits of that are finer than any shadow's rim).
// Here the maps of what light arrives meet the way each pixel faces, which the rake may change at any time.
in vec2 uv; out vec4 joined;
#include "garden_view.glsl"
#include "garden_place.glsl"
uniform sampler2D u_form,u_first,u_second,u_lamp_lit; uniform vec3 u_to_first,u_to_second; uniform vec4 u_lamp; uniform int u_lantern;
float sunlit(vec3 n,vec3 seen,vec3 l){return max(dot(n,l),0.0)*0.92+pow(max(dot(n,normalize(l-seen)),0.0),24.0)*0.10;}
float lamplit(vec3 n,vec3 p,float reached){
    float room=0.17*exp(-max(p.z-2.2,0.0)*1.3)*clamp(0.45+0.5*n.y-0.35*n.z,0.0,1.0); if(u_lantern<0) return room;
    vec3 to=u_lamp.xyz-p; float d=length(to); if(d<0.20) return 6.4*smoothstep(0.22,0.10,d)+1.6;
    return room+mix(4.4,9.0,max(n.y,0.0))*clamp(dot(n,to/d)*0.70+0.30,0.0,1.0)*reached/(1.0+0.55*d*d)*smoothstep(6.0,0.5,d);
}
void main(){
    ivec2 at=ivec2(gl_FragCoord.xy); vec4 form=texelFetch(u_form,at,0); float stands,z=away_at(at,stands); joined=vec4(0.0); if(form.a<0.02) return;
    vec3 n=normalize(form.rgb*2.0-1.0),d=ray(uv),seen=normalize(d);
    float bare=bare_z(d),lamp=lamplit(n,eye()+d*z,texelFetch(u_lamp_lit,at,0).r);
    joined=vec4(sunlit(n,seen,u_to_first)*texelFetch(u_first,at,0).r,sunlit(n,seen,u_to_second)*texelFetch(u_second,at,0).r,sqrt(lamp*0.125),z/bare);
}
