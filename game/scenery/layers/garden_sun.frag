// How much of the direct light of one moment reaches each pixel of the baked garden, whichever way it faces.
in vec2 uv; out float lit;
#include "garden_view.glsl"
#include "garden_things.glsl"
#include "garden_place.glsl"
uniform vec3 u_to_light;
const float EAVE_M=1.80,EAVE_OUT_M=0.44,LOWEST_M=0.95;
void main(){
    ivec2 at=ivec2(gl_FragCoord.xy); float stands,z=away_at(at,stands); lit=0.0; if(z>WALL_M+1.0) return;
    vec3 n=stands<0.5?vec3(0.0,1.0,0.0):normalize(texelFetch(u_standing,at,0).rgb*2.0-1.0),p=eye()+ray(uv)*z,l=u_to_light;
    if(dot(n,l)<=0.0) return;
#ifdef BARE
    float s=1.0;
#else
    float s=lit_from(p+n*0.03,l,9.0,0.044,-1);
#endif
    if(p.z>WALL_M-0.3&&p.y<EAVE_M){
        float falls=LOWEST_M*(1.0-exp(-EAVE_OUT_M*l.y/max(-l.z,0.05)/(LOWEST_M))),soft=0.008+0.10*falls*falls;
        s*=smoothstep(soft,-soft,p.y+falls-EAVE_M+0.045*abs(sin(3.14159*(p.x-falls*l.x/max(l.y,0.1))/0.235))/(1.0+9.0*soft));
    }
    lit=s;
}
