// The raked sand, laid under all that stands on it. Baked once, and again within the box of each stroke of the rake.
in vec2 uv;
layout(location=0) out vec4 skin; layout(location=1) out vec4 form;
#include "garden_view.glsl"
#include "garden_things.glsl"
uniform sampler2D u_skin,u_form,u_rake_across; uniform highp sampler2D u_rake; // how far across the rake; which way that is
uniform vec3 u_sand,u_fallen_a,u_fallen_b; uniform vec4 u_weave; uniform vec2 u_centre; uniform float u_fallen;
uniform float u_tine_m,u_squares_m; const float RAKE_M=0.175,TAU=6.2831853; // the furrows that were there, and the visitor's
// `lip` is the way up the little ridge that parts two rakings, `rim` metres off.
struct Furrow{float phase; vec2 across; float rim; float swept; vec2 lip; float field;};
// The way the whole garden was raked: u_weave = bearing (cos, sin), height and wave number of its waves.
Furrow field(vec2 p,vec2 wobble){
    if(u_centre.y>0.0){vec2 q=p-u_centre; float r=length(q); return Furrow(r+0.03*wobble.x,q/max(r,1e-3),9.0,0.0,vec2(0.0),1.0);}
    vec2 across=u_weave.xy,along_it=vec2(across.y,-across.x);
    if(u_squares_m>0.0){
        vec2 q=vec2(dot(p,across),dot(p,along_it))/u_squares_m,cell=floor(q),e=abs(fract(q)-0.5); bool turned=mod(cell.x+cell.y,2.0)>0.5;
        return Furrow((turned?q.y:q.x)*u_squares_m+0.02*wobble.x,turned?along_it:across,(0.5-max(e.x,e.y))*u_squares_m,0.0,vec2(0.0),1.0);
    }
    float s=dot(p,along_it)*u_weave.w,lift=u_weave.z*sin(s);
    vec2 g=across+along_it*(u_weave.z*u_weave.w*cos(s)); float steep=length(g);
    return Furrow((dot(p,across)+lift)+0.03*wobble.x+0.004*wobble.y,g/steep,9.0,0.0,vec2(0.0),1.0);
}
float reach_of(int i){return u_tine_m*(u_island[i].z>1.0?6.0:5.0)+0.02;}
vec2 outwards(vec2 p,int i){
    vec2 e=vec2(0.01,0.0); float d=island(p,i); return normalize(vec2(island(p+e,i)-d,island(p+e.yx,i)-d)+1e-6);
}
Furrow furrow(vec2 p){
    vec2 wobble=vec2(fbm(p*0.9+u_seed,2),noise2(p*7.0))-0.5; int nearest,which=-1; float d=nearest_island(p,nearest);
    Furrow f=field(p,wobble); float own=0.0,outside=9.0; int beside=-1;
    // Rings raked first are cut by none; a later island's give way, but for the two that follow its moss.
    for(int i=0;i<u_islands;i++){
        float e=island(p,i),over=e-reach_of(i);
        if(over<0.0&&(d>u_tine_m*2.0||i==nearest)){which=i; own=e; break;}
        if(abs(over)<outside){outside=abs(over); beside=i;}
    }
    if(which>=0) f=Furrow(own+0.006*wobble.y,outwards(p,which),reach_of(which)-own,0.0,outwards(p,which),0.0);
    if(beside>=0&&outside<f.rim){f.rim=outside; f.lip=-outwards(p,beside);}
    if(d<u_tine_m*4.0&&d>=u_tine_m*2.0&&which!=nearest&&d-u_tine_m*2.0<f.rim){f.rim=d-u_tine_m*2.0; f.lip=-outwards(p,nearest);}
    float stroke=texelFetch(u_rake,ivec2(gl_FragCoord.xy),0).r;
    if(stroke>-5.0&&d>RAKE_M*0.6){
        float side=abs(stroke); vec2 across=texelFetch(u_rake_across,ivec2(gl_FragCoord.xy),0).rg*2.0-1.0;
        f=Furrow(stroke*RAKE_M*2.5+RAKE_M*0.5,normalize(across+1e-5),abs(1.0-side)*RAKE_M*2.5,1.0,vec2(0.0),0.0);
        if(side>1.0) f.swept=2.0;
    }
    return f;
}
// Slope of the furrows as three sines, each gone where a pixel is too wide for it: sharp near, no moire far.
vec2 slopes(Furrow f,vec2 pixel,vec2 p,out float trough){
    float tine=f.swept>0.5?RAKE_M:u_tine_m,wide=length(f.across*pixel)*TAU/tine,a=TAU*f.phase/tine;
    vec3 kept=exp(-wide*wide*vec3(0.055,0.22,0.5));
    float reach=max(pixel.x,pixel.y),rim=exp(-f.rim*f.rim/(0.0012+reach*reach*0.5));
    float s=(sin(a)*0.66*kept.x+sin(2.0*a)*0.20*kept.y+sin(3.0*a+0.4)*0.06*kept.z)*(1.0-0.8*rim)*(0.82+0.36*fbm(p*1.7+9.0,2));
    trough=mix(0.5,0.5+0.5*cos(a),kept.x)*(1.0-0.5*rim)+0.25*rim; if(u_squares_m>0.0&&f.field>0.5){s*=0.62; trough=mix(0.5,trough,0.55);}
    if(f.swept>1.5){s=-0.95*sin(min(f.rim/0.065,1.0)*TAU*0.5+0.4)*kept.x; trough=1.0;}
    float lip=0.042*0.042+reach*reach*0.5; return f.across*s+f.lip*(0.042*f.rim/lip*exp(-f.rim*f.rim/lip)*0.9);
}
void fallen(vec2 p,float swept,inout vec3 albedo,inout vec3 n){
    vec2 q=p*vec2(2.2,1.7)+u_seed; float which=hash2(ivec2(floor(q))); if(which>u_fallen||swept>0.5) return;
    vec2 c=fract(q)-0.5-0.5*(vec2(fract(which*7710.0),fract(which*3310.0))-0.5);
    float turn=atan(c.y,c.x)+which*600.0,r=0.050+0.030*cos(turn*5.0)+0.012*cos(turn*10.0),d=length(c*vec2(1.0,1.2));
    if(d<r*1.15){albedo=mix(u_fallen_a,u_fallen_b,fract(which*5170.0)); n=normalize(vec3(c.x*2.0,1.0,c.y*2.0));}
    else albedo*=1.0-0.4*smoothstep(r*1.6,r*0.6,length((c-vec2(0.03,0.02))*vec2(1.0,1.2)));
}
void main(){
    ivec2 at=ivec2(gl_FragCoord.xy); vec4 over=texelFetch(u_skin,at,0),shape=texelFetch(u_form,at,0);
    skin=over; form=shape;
    vec3 d=ray(uv); if(shape.a>0.999||d.y>=0.0) return;
    float z=-u_eye_m/d.y; vec2 p=d.xz*z; float into=deep(p); if(into>WALL_M) return;
    vec2 pixel=vec2(z,z*z/u_eye_m)/(u_focal*u_size.y);
    Furrow f=furrow(p); float trough; vec2 s=slopes(f,pixel,p,trough);
    float near=exp(-pixel.y*90.0),grain=noise2(p*vec2(95.0,70.0))-0.5,speck=hash2(at)-0.5;
    vec2 rough=vec2(grain*0.55*near+(hash2(at+ivec2(51,7))-0.5)*0.18,(noise2(p*vec2(80.0,62.0)+8.0)-0.5)*0.5*near+(hash2(at+ivec2(9,77))-0.5)*0.15);
    vec3 n=normalize(vec3(rough.x-s.x,1.0,rough.y-s.y));
    vec3 albedo=u_sand*(1.0+0.11*speck+0.20*grain*near)*(0.90+0.20*fbm(p*0.7+5.0,3))*(0.66+0.40*trough);
    fallen(p,f.swept,albedo,n);
    float open=openness(vec3(p.x,0.0,p.y),vec3(0.0,1.0,0.0))*mix(0.6,1.0,smoothstep(0.0,0.9,WALL_M-into))*mix(0.6,1.0,smoothstep(-0.5,0.3,deep(p,0)-u_walls_at[0].z-u_kerb_m))*(0.82+0.18*trough)*(0.42+0.44*towards_sky(normalize(vec3(-s.x,1.0,-s.y))));
    vec3 kept=mix(albedo,over.rgb*over.rgb,shape.a);
    skin=vec4(sqrt(clamp(kept,0.0,1.0)),mix(open,over.a,shape.a));
    form=vec4(normalize(mix(n,shape.rgb*2.0-1.0,shape.a))*0.5+0.5,1.0);
}
