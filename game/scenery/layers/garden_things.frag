// Baked once a size: stones, bushes, basin, spout and lantern over what garden_set.frag left.
in vec2 uv;
layout(location=0) out vec4 skin; layout(location=1) out vec4 form; layout(location=2) out float away;
#ifdef BARE
uniform sampler2D u_skin,u_form; uniform highp sampler2D u_away;
void main(){ivec2 at=ivec2(gl_FragCoord.xy); skin=texelFetch(u_skin,at,0); form=texelFetch(u_form,at,0); away=texelFetch(u_away,at,0).r;}
#else
#include "garden_view.glsl"
#include "garden_things.glsl"
#include "garden_find.glsl"
uniform sampler2D u_skin,u_form; uniform highp sampler2D u_away; uniform highp sampler2D u_found; uniform vec3 u_moss,u_leaf;
struct Surface{vec3 albedo; float open; vec3 normal; float z; float cover;};
// Its surface from near: comes closer to it by a few steps, then feels for its slope (at the four corners of a
// tetrahedron) and for what shuts it in. All in one loop, so that the shader stays short.
vec3 p_of,n_of; float open_of;
void feel(vec3 p,vec3 d,int i,float t,bool closer){
    vec3 n=vec3(0.0); float e=0.5773*max(0.005,0.0008*t); n_of=n; open_of=1.0;
    for(int k=closer?0:5;k<12+u_zero;k++){
        vec3 corner=vec3(float((k-2)>>1&1),float((k-5)>>1&1),float((k-5)&1))*2.0-1.0; float far=float(k-8);
        far*=0.05*far; if(k==9) n_of=normalize(n);
        float s=distance_to(k<5?p:k<9?p+corner*e:p+n_of*far,i,k<9);
        if(k<5) p+=d*s*0.8;
        else if(k<9) n+=corner*s;
        else open_of-=max(0.0,far-s)/far*0.22;
    }
    p_of=p;
}
vec3 scatter(vec3 q){vec3 v; for(int k=0;k<3+u_zero;k++) v[k]=noise3(q+9.0*float(k)); return v-0.5;}
void rock(vec3 q,vec3 p,int i,inout Surface s){
    float grain=thing(i,0).w,form_of=thing(i,1).w,tint=fract(grain*0.37),v[5];
    for(int k=0;k<5+u_zero;k++) v[k]=fbm3(q*(k==0?7.0:k==1?2.2:k==2?3.3:k==3?24.0:6.0)+(k==2?grain*2.0:k==3?0.0:grain),k==0||k==2?4:3);
    float f=v[0],g=noise3(q*45.0);
    vec3 low=mix(vec3(0.118,0.122,0.132),vec3(0.140,0.124,0.110),tint),high=mix(vec3(0.340,0.334,0.326),vec3(0.365,0.312,0.256),tint);
    s.albedo=mix(low,high,f*0.9+0.16*(fract(grain*0.71)-0.5))*(0.78+0.44*g);
    s.albedo=mix(s.albedo,vec3(0.20,0.145,0.095),0.4*smoothstep(0.5,0.75,v[1]));
    float bed=noise3(vec3(q.x*2.6,q.y*12.0+2.4*sin(q.x*3.6+q.z*2.9+grain),q.z*2.6)+grain); s.albedo*=0.84+0.3*bed;
    s.albedo=mix(s.albedo,vec3(0.36,0.38,0.33),0.5*smoothstep(0.56,0.64,v[4]*0.85+0.3*(g-0.5)));
    s.albedo*=form_of==STEP?1.25:0.70+0.30*smoothstep(-0.02,0.22,p.y);
    if(form_of>3.5&&form_of<4.5){s.albedo=s.albedo*1.25+0.015; return;}
    float m=smoothstep(0.50,0.64,s.normal.y*0.42+0.62*v[2]+0.10*(1.0-smoothstep(0.0,0.45,p.y))-(form_of==STEP?0.30:form_of==BRIDGE?0.16:form_of==BASIN?0.06:0.0)+(form_of<0.5?0.34*(1.0-smoothstep(0.08,0.27,p.y+0.16*(v[1]-0.5))):0.0));
    if(form_of==BASIN){float rim=thing(i,1).z; m*=smoothstep(rim*0.95,rim*1.15,length(q.xz)); s.albedo*=1.3;}
    s.albedo=mix(s.albedo,u_moss*mix(vec3(0.5),vec3(1.6,1.45,1.2),v[3]),m);
    s.normal=normalize(s.normal+m*scatter(q*50.0)*0.9);
}
void leaves(vec3 q,vec3 p,int i,inout Surface s){
    float grain=thing(i,0).w,f=noise3(q*31.0),g=noise3(q*14.0+grain);
    vec3 leaf=thing(i,1).w==PAD?mix(u_leaf,vec3(0.040,0.085,0.040),0.75):u_leaf;
    s.albedo=leaf*mix(vec3(0.5),vec3(1.35,1.3,1.15),f*0.6+0.4*g)*mix(vec3(1.0),vec3(1.25,1.02,0.9),fract(grain*0.73));
    s.albedo*=0.6+0.7*f; s.normal=normalize(s.normal+scatter(q*60.0)*0.8);
}
void bark(vec3 q,int i,inout Surface s){
    float f=fbm3(q*vec3(14.0,5.0,14.0)+thing(i,0).w,4); s.albedo=mix(vec3(0.050,0.040,0.034),vec3(0.165,0.120,0.090),f*f*1.8)*(0.7+0.6*noise3(q*60.0));
}
void bamboo(vec3 q,inout Surface s){
    float f=noise3(vec3(q.x*4.0,q.y*4.0,q.z*60.0));
    s.albedo=mix(vec3(0.21,0.20,0.065),vec3(0.37,0.32,0.12),f)*(0.8+0.3*noise3(q*9.0));
    s.albedo*=(1.0-0.45*knot((fract(q.y/0.30)-0.5)*0.30,0.012)*step(q.y,0.86))*mix(0.5,1.0,smoothstep(0.0,0.3,q.y));
}
Surface look(vec2 at,int which,float t,bool closer){
    Surface s=Surface(vec3(0.0),1.0,vec3(0.0,1.0,0.0),60.0,1.0); vec3 d=normalize(ray(at)); feel(eye()+d*t,d,which,t,closer);
    vec3 p=p_of,n=n_of,q=to_thing(p,which); float form_of=thing(which,1).w;
    s.z=p.z; s.normal=n;
    if(form_of==BUSH||form_of==PAD) leaves(q,p,which,s);
    else if(form_of==TRUNK) bark(q,which,s);
    else if(form_of==SPOUT) bamboo(q,s);
    else rock(q,p,which,s);
    s.open=clamp(open_of,0.0,1.0)*(form_of==STEP?0.85:mix(0.42,1.0,smoothstep(-0.05,0.40,p.y)))*clamp(0.42+0.26*n.y+0.36*towards_sky(n),0.0,1.0);
    return s;
}
// One ray is enough where all pixels around meet the same thing without a step in depth.
bool inside(ivec2 at,vec2 here){
    for(int k=0;k<9+u_zero;k++){
        vec2 there=texelFetch(u_found,clamp(at+ivec2(k%3-1,k/3-1),ivec2(0),ivec2(u_size)-1),0).rg;
        if(there.y!=here.y||(here.y>=0.0&&abs(there.x-here.x)>0.12)) return false;
    }
    return true;
}
// At rims four rays decide how much of the pixel is covered, but each thing met is looked at only once.
void main(){
    ivec2 at=ivec2(gl_FragCoord.xy); vec4 under=texelFetch(u_skin,at,0),shape=texelFetch(u_form,at,0); float far=texelFetch(u_away,at,0).r;
    vec2 found=texelFetch(u_found,at,0).rg; bool whole=inside(at,found); skin=under; form=shape; away=far;
    if(whole&&found.y<0.0) return;
    vec4 colour=vec4(0.0); vec3 normal=vec3(0.0); float z=0.0,cover=0.0,part=whole?1.0:0.25; int last=-1; Surface s;
    for(int k=0;k<(whole?1:4);k++){
        vec2 here=whole?uv:uv+((vec2(k%2,k/2)+0.5)*0.5-0.5)/u_size; float t; int which;
        if(whole){which=int(found.y); t=found.x-0.02;}
        else which=first(here,t);
        if(which<0) continue;
        float off=t/length(ray(here)); if(off>far+0.05&&shape.a>0.0) continue;
        if(which!=last) s=look(here,which,t,whole);
        last=which; colour+=vec4(s.albedo,s.open)*part; normal+=s.normal*part; z+=off*part; cover+=part;
    }
    float all=cover+shape.a*(1.0-cover),mine=all>0.0?cover/all:0.0,n=max(cover,1e-4);
    vec3 kept=mix(under.rgb*under.rgb,clamp(colour.rgb/n,0.0,1.0),mine);
    skin=vec4(sqrt(kept),mix(under.a,colour.a/n,mine));
    form=vec4(normalize(mix(shape.rgb*2.0-1.0,normal/n,mine)+vec3(0.0,0.0,-1e-4))*0.5+0.5,all); away=mix(far,z/n,step(0.4,cover));
}
#endif
