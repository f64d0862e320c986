// How much of the direct light of one moment reaches each pixel of the baked garden, whichever way it faces.
in vec2 uv; out float lit;
#include "garden_view.glsl"
#include "garden_things.glsl"
#include "garden_place.glsl"
uniform vec3 u_to_light;
uniform float u_top_m; uniform int u_walls;
const float EAVE_TOP_M=2.2,EAVE_M=1.80,EAVE_OUT_M=0.44,LOWEST_M=0.62;
float under_eaves(float y,float x,vec3 to){
    float falls=LOWEST_M*(1.0-exp(-EAVE_OUT_M*to.y/max(-to.z,0.05)/(LOWEST_M))),soft=0.030+0.14*falls*falls;
    return smoothstep(soft,-soft,y+falls-EAVE_M+0.045*abs(sin(3.14159*(x-falls*to.x/max(to.y,0.1))/0.235))/(1.0+9.0*soft));
}
void main(){
    ivec2 at=ivec2(gl_FragCoord.xy); float stands,z=away_at(at,stands); lit=0.0; if(z>50.0) return;
    vec3 n=stands<0.5?vec3(0.0,1.0,0.0):normalize(texelFetch(u_standing,at,0).rgb*2.0-1.0),p=eye()+ray(uv)*z,l=u_to_light;
    if(dot(n,l)<=0.0) return;
#ifdef BARE
    float s=1.0;
#else
    float s=lit_from(p+n*0.03,l,9.0,0.044,-1);
#endif
    for(int i=0;i<u_walls;i++){
        vec3 to=to_wall(l,i); float into=deep(p.xz,i);
        if(to.z<=0.0){if(i==side_of(p.xz)&&into>WALL_M-0.3&&u_top_m>EAVE_TOP_M&&p.y<EAVE_M) s*=under_eaves(p.y,along(p.xz,i),to);}
        else{float t=max(WALL_M-into,0.0)/to.z,soft=0.02+0.045*t; s*=smoothstep(-soft,soft,p.y+to.y*t-u_top_m);}
    }
    lit=s;
}
