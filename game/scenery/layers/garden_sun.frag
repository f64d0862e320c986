// How the direct light of one moment falls on the baked garden, one number a pixel: facing x shadow.
in vec2 uv; out float lit;
#include "garden_view.glsl"
#include "garden_things.glsl"
uniform sampler2D u_form; uniform highp sampler2D u_away; uniform vec3 u_to_light;
const float EAVE_M=1.80,EAVE_OUT_M=0.44,LOWEST_M=0.95;
void main(){
    ivec2 at=ivec2(gl_FragCoord.xy); vec4 shape=texelFetch(u_form,at,0); lit=0.0; if(shape.a<0.02) return;
    vec3 n=normalize(shape.rgb*2.0-1.0),p=eye()+ray(uv)*texelFetch(u_away,at,0).r,l=u_to_light;
    float facing=max(dot(n,l),0.0); if(facing<0.004) return;
#ifdef BARE
    float s=1.0;
#else
    float s=lit_from(p+n*0.03,l,9.0,0.044,-1);
#endif
    if(p.z>WALL_M-0.3&&p.y<EAVE_M){
        float falls=LOWEST_M*(1.0-exp(-EAVE_OUT_M*l.y/max(-l.z,0.05)/(LOWEST_M))),soft=0.008+0.10*falls*falls;
        s*=smoothstep(soft,-soft,p.y+falls-EAVE_M+0.045*abs(sin(3.14159*(p.x-falls*l.x/max(l.y,0.1))/0.235))/(1.0+9.0*soft));
    }
    float gloss=pow(max(dot(n,normalize(l-normalize(ray(uv)))),0.0),24.0);
    lit=(facing*0.92+gloss*0.10)*s;
}
