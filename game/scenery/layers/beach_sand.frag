// Sand and the water that runs up it. A wave's edge is thrown like a stone, x = R (1 - a a), a from 1 to 0 on its way up
// and from 0 to 1 back: turned round, each grain knows when it was covered and left, and so how it shines and dries.
#include "air.glsl"
#define WAVES 5
#include "beach.glsl"
in vec3 at; in vec2 wave[WAVES]; out vec4 colour;
uniform sampler2D u_mirror,u_ripples,u_foam_walls; uniform vec2 u_band,u_drift; uniform vec4 u_swash; // s up, s down, s a grain stays wet, 1/px
uniform vec3 u_ambient,u_direct,u_sand,u_deep,u_shallow,u_foam,u_path,u_day; uniform float u_spread,u_ripple,u_foaming,u_low;
const float CARRIED=0.2; // how far foam goes with the water under it
void main(){
    float under=u_horizon_ratio-at.y, z=EYE/under, x=ground_x(at.x,z), s=shore_z(x)-z; // s: how far up the beach
    float fine=at.z, aside=(u_source_at.x-at.x)*u_aspect, rise=max(u_source_at.y-u_horizon_ratio,0.02);
    vec4 n=texture(u_ripples,vec2(x,z)*vec2(0.42,0.52)); float sn=s+(n.a-0.5)*0.035;
    float up_s=u_swash.x, down_s=u_swash.y, front=-0.03+0.02*(n.a-0.5), left_s=99.0, line=0.0, back=0.0, came_s=99.0, run=0.0, fast=0.0, shore=0.0;
    float soft=2.8*z*z/u_swash.w, lip=0.0; // lip: how far behind the front of the newest wave that covers it
    for(int i=0;i<WAVES;i++){
        float r=wave[i].x, t=wave[i].y; if(t<-0.8*up_s) continue;
        float a=t<up_s?1.0-t/up_s:(t-up_s)/down_s, e=r*(1.0-a*a), q=sqrt(max(1.0-sn/r,0.0)), gone=t-(up_s+down_s*q);
        if(sn<r&&t>up_s){left_s=min(left_s,max(gone,0.0)); shore=max(shore,smoothstep(-0.005,0.06,r-sn)*max(1.0-gone/u_swash.z,0.0));}
        float d=r-sn+0.008; line=max(line,exp(-d*d*2600.0)*exp(-max(t-up_s,0.0)*0.15)*smoothstep(up_s*0.85,up_s,t)*smoothstep(u_swash.z,u_swash.z*0.7,t));
        front=max(front,e);
        if(e>sn-soft){run=e; lip=e-sn; fast=2.0*r*abs(a)/(t<up_s?up_s:down_s); back=max(t-up_s,0.0)/down_s; came_s=t-up_s*(1.0-q);}
    }
    float deep=front-sn, film=clamp(deep*u_swash.w*0.18/(z*z)+0.5,0.0,1.0);
    float wash=exp(-left_s*0.55), wet=shore*(0.45+0.55*exp(-left_s*0.09)), damp=smoothstep(0.62,0.30,sn+(n.a-0.5)*0.22)*0.34;
    // Dry sand: relief where the light strikes it, grains, ripples of the wind.
    vec4 g=textureLod(u_foam_walls,vec2(x*2.6,z*3.4)+0.31,fine+1.5);
    float relief=n.b-0.5+0.18*sin(z*120.0+x*26.0+n.a*15.0+g.b*6.0)*smoothstep(0.40,0.75,s)*smoothstep(0.9,0.5,z);
    float facing=0.62+relief*1.15+0.35*u_low*exp(-aside*aside*1.1);
    vec3 sand=u_sand*(u_ambient*(0.82+0.5*relief)+u_direct*max(facing,0.05))*(0.90+0.24*(n.a-0.5)+0.55*(g.a-0.67)+0.24*(g.b-0.5));
    sand=mix(sand,sand*vec3(0.46,0.48,0.54),max(max(wet,damp*1.6),film));
    // The mirror of wet sand and of the film of water on it.
    float shine=max(max(max(wet*0.90,wash)*(1.0-0.30*smoothstep(0.45,0.70,n.a)),damp*0.6),film);
    vec2 w=(n.ab-0.5)*vec2(0.14,0.15)*(1.0-film*0.6);
    if(film>0.0) w+=(textureLod(u_ripples,vec2(x,z+run*0.8)*vec2(1.1,0.8)+u_drift.y,fine+0.8).rg-0.5)*film*(0.35+0.5*exp(-back*4.0))*u_ripple;
    vec3 c=shown(sand);
    if(shine>0.004){
        float y=u_horizon_ratio+clamp(under+w.y*0.30,0.01,1.0);
        vec3 seen=texture(u_mirror,vec2(clamp(at.x+w.x*0.16,0.002,0.998),clamp((y-u_band.x)/(u_band.y-u_band.x),0.004,0.985))).rgb; seen*=seen;
        float glance=1.0-clamp(under*0.92,0.0,1.0), f=glance*glance; f=clamp((0.03+0.97*f*f*glance)*2.3,0.0,0.86)*shine;
        vec3 water=mix(shown(u_sand*0.42*u_day),shown(mix(u_shallow,u_deep,0.15)*u_day*0.8),film*smoothstep(0.0,0.50,deep));
        c=mix(c,water,film*smoothstep(-0.02,0.40,deep)*0.72); c=c*(1.0-f*0.8)+seen*f;
        vec2 m=vec2(aside+w.x*0.35,(under-rise)+w.y*0.55); float rough=mix(0.34,0.05,clamp(wash+wet*0.55,0.0,1.0));
        float far=length(m*vec2(1.0,mix(0.26,0.50,1.0-film))), disc=smoothstep(0.058*(1.0+rough),0.050*(1.0-rough*1.4),far);
        c+=u_path*(disc*0.62+exp(-m.x*m.x*34.0-m.y*m.y*5.5)*0.34)*shine*(0.45+0.75*f)*u_spread*(1.0-0.6*c);
    }
    vec3 white=shown(u_foam*(u_ambient+u_direct*(0.42+0.40*u_low*exp(-aside*aside*3.0)+0.16*(1.0-u_low))));
    if(film>0.0){ // carried by the flow: a sheet, then holes, then lace
        vec2 p=vec2(x+0.03*(n.a-0.5),s-run*CARRIED)*vec2(1.05,1.25); float blur=0.78*smoothstep(0.03,0.18,fast); // as the eye would see it
        vec4 one=textureLod(u_foam_walls,p,fine), two=textureLod(u_foam_walls,p+vec2(0.0,0.012),fine);
        float v=mix(one.r*0.64+one.g*0.36,0.44,blur), v2=mix(two.r*0.64+two.g*0.36,0.44,blur), b=(one.b-0.5)*(1.0-0.6*blur);
        float fresh=exp(-max(came_s,0.0)*0.26), lead=exp(-max(lip,0.0)/mix(0.085,0.030,back))*(1.0-smoothstep(0.0,0.40,back));
        float least=mix(0.96,0.10,clamp((fresh*0.86+lead)*(0.55+0.75*u_foaming),0.0,1.0))+b*1.05+smoothstep(0.05,0.6,deep)*0.10-0.06;
        float keep=exp(-max(came_s-1.0,0.0)*0.16), much=smoothstep(least-0.10,least+0.14,v)*mix(0.30,1.0,keep)*film;
        float solid=smoothstep(0.55,0.15,least), side=clamp((v-v2)*2.6,-0.35,0.4)*mix(1.0,0.45,solid);
        c=mix(c,white*0.78,film*0.80*fresh*u_foaming); c*=1.0-film*smoothstep(least-0.45,least,v2)*0.12*keep*(1.0-fresh); // beaten water is milky
        c=mix(c,white*(0.84+side+0.20*mix(one.g,0.45,blur)-0.16*solid*(0.5-b*2.0)),clamp(much,0.0,1.0)*0.93);
    }
    if(line>0.02&&film<1.0) c=mix(c,white*0.8,line*(1.0-film)*0.6*smoothstep(0.50,1.0,g.g*0.70+g.b*0.8-0.26+line*0.25));
    c*=1.0-0.14*exp(-max(-deep,0.0)*70.0)*(1.0-film)*max(1.0-back,0.0); c*=mix(0.80,1.0,smoothstep(0.0,0.16,at.y));
    colour=vec4(sqrt(max(c,0.0))+dither(gl_FragCoord.xy),1.0);
}
