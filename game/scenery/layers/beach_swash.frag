// Where the water upon the sand is and was, painted small. A wave's edge is thrown like a stone, x = R (1 - a a), a from 1
// to 0 on its way up and from 0 to 1 back: turned round, each grain knows when it was covered and left.
#include "air.glsl"
#define WAVES 5
#include "beach.glsl"
in vec3 at; in vec2 wave[WAVES];
layout(location=0) out vec4 water; // how far it is inside the water's edge, where its foam was, how much foam, how far up the beach
layout(location=1) out vec4 trace; // how wet, how lately washed, the line of bubbles left behind, how fresh the foam
uniform vec4 u_swash; uniform float u_foaming,u_bright; // seconds up, down, until a grain is dry
const float CARRIED=0.2,PILED=0.14;
void main(){
    float z=EYE/(u_horizon_ratio-at.y), x=ground_x(at.x,z), s=shore_z(x)-z, up_s=u_swash.x, down_s=u_swash.y;
    float front=-0.03, left_s=99.0, line=0.0, back=0.0, came_s=99.0, run=0.0, reach=0.0, shore=0.0, lip=0.0, sharp=1.0;
    for(int i=0;i<WAVES;i++){
        float r=wave[i].x, t=wave[i].y; if(t<-0.8*up_s) continue;
        float a=t<up_s?1.0-t/up_s:(t-up_s)/down_s, e=r*(1.0-a*a), q=sqrt(max(1.0-s/r,0.0)), gone=t-(up_s+down_s*q);
        if(s<r&&t>up_s){left_s=min(left_s,max(gone,0.0)); shore=max(shore,smoothstep(-0.005,0.06,r-s)*max(1.0-gone/u_swash.z,0.0));}
        float d=r-s+0.008; line=max(line,exp(-d*d*2600.0)*exp(-max(t-up_s,0.0)*0.15)*smoothstep(up_s*0.85,up_s,t)*smoothstep(u_swash.z,u_swash.z*0.7,t));
        // Where a wave meets the one before on its way back they pile up, so that no sand shows between them.
        bool under=front>s; float near=max(PILED-abs(front-e),0.0); front=max(front,e); front+=smoothstep(0.0,0.10,front)*near*near/(4.0*PILED);
        // What an older wave still covers turns white once the new one is there, not before.
        if(e>s-(under?0.0:0.02)){run=e; reach=r; lip=max(e-s,0.0); sharp=under?smoothstep(0.0,0.045,lip):1.0; back=clamp((t-up_s)/down_s,0.0,1.0); came_s=max(t-up_s*(1.0-q),0.0);} // the newest that covers it
    }
    // Thick only at the front, a web behind it that opens as it ages.
    float fresh=exp(-max(came_s-1.4*u_bright,0.0)*mix(0.34,0.20,u_bright)), lead=exp(-lip/mix(0.050,0.022,back))*(1.0-smoothstep(0.0,0.45,back));
    float much=clamp((fresh*0.62+lead*0.75)*(0.55+0.75*u_foaming),0.0,1.0)*sharp; fresh*=0.4+0.6*sharp; // over older water its edge is soft
    // Water that runs back draws its foam out, the more the farther it has come from where it turned.
    float was=reach-(reach-s+run*CARRIED)/(1.0+1.3*back*back);
    water=vec4(front-s,was,much,s); trace=vec4(shore*(0.45+0.55*exp(-left_s*0.09)),exp(-left_s*0.55),line,fresh);
}
