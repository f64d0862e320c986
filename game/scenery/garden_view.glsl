// The dry garden as its veranda sees it: eye, noise, islands, ground. Metres: x right, y up, z away from the eye.
uniform vec2 u_size; uniform float u_aspect,u_horizon_y,u_focal,u_eye_m,u_seed,u_kerb_m; uniform int u_zero;
uniform vec4 u_island[10],u_island_form[10]; uniform int u_islands; uniform vec4 u_damp,u_bank;
// Way to each wall over the ground (x, z) and what to add along it: each wall's foot is then at WALL_M.
uniform vec3 u_walls_at[2]; uniform vec2 u_bare[2];
const float WALL_M=12.0, MOSS_HIGH_M=0.17;
// The bound of every noise loop goes through u_zero, so that no compiler unrolls it.
float fbm(vec2 p,int n){return fbm2(p,n+u_zero);}
float hash3(ivec3 p){
    return float(hash_u(uint(p.x)*1597334673u^uint(p.y)*3812015801u^uint(p.z)*2798796415u)>>8)*5.9604645e-8;
}
float noise3(vec3 p){
    vec3 base=floor(p); ivec3 i=ivec3(base); vec3 f=p-base; f=f*f*(3.0-2.0*f);
    vec4 near=vec4(hash3(i),hash3(i+ivec3(1,0,0)),hash3(i+ivec3(0,1,0)),hash3(i+ivec3(1,1,0)));
    vec4 far=vec4(hash3(i+ivec3(0,0,1)),hash3(i+ivec3(1,0,1)),hash3(i+ivec3(0,1,1)),hash3(i+ivec3(1,1,1)));
    vec4 v=mix(near,far,f.z); return mix(mix(v.x,v.y,f.x),mix(v.z,v.w,f.x),f.y);
}
float fbm3(vec3 p,int n){
    float v=0.0,a=0.5; for(int i=0;i<n+u_zero;i++){v+=a*noise3(p);p=p.zxy*2.03+11.7;a*=0.5;} return v;
}
// Open sky is brightest over one shoulder of the veranda: 1 for what lies flat, more or less for what leans.
float towards_sky(vec3 n){return max(n.y*0.98-0.62*n.x-0.48*n.z,0.0);}
vec3 eye(){return vec3(0.0,u_eye_m,0.0);}
// The ray through a place on the screen, with z = 1 for each metre away.
vec3 ray(vec2 at){return vec3((at.x-0.5)*u_aspect,at.y-u_horizon_y,u_focal)/u_focal;}
float deep(vec2 p,int i){return dot(p,u_walls_at[i].xy)+u_walls_at[i].z;}
float deep(vec2 p){return max(deep(p,0),deep(p,1));}
// Which wall a place is nearer to.
int side_of(vec2 p){return deep(p,1)>deep(p,0)?1:0;}
// How far along a wall, to the right of it as one comes.
float along(vec2 p,int i){return dot(p,vec2(u_walls_at[i].y,-u_walls_at[i].x));}
vec3 to_wall(vec3 v,int i){return vec3(along(v.xz,i),v.y,dot(v.xz,u_walls_at[i].xy));}
vec3 from_wall(vec3 v,int i){return vec3(v.x*u_walls_at[i].y+v.z*u_walls_at[i].x,v.y,v.z*u_walls_at[i].y-v.x*u_walls_at[i].x);}
// Distance outwards from the rim of a moss island, metres (negative inside): an ellipse, turned, bent to a
// crescent and drawn in at its waist.
float island(vec2 p,int i){
    vec4 form=u_island_form[i]; vec2 o=p-u_island[i].xy,r=u_island[i].zw,q=vec2(form.x*o.x+form.y*o.y,form.x*o.y-form.y*o.x);
    float x=q.x/r.x,b=1.0/(1.0+x*x); q.y+=form.z*r.x*(0.35-x*x*b); r.y*=1.0-form.w*exp(-5.0*x*x);
    float slope=2.0*form.z*x*b*b,k=length(q/r); return k*(k-1.0)/max(length(q/(r*r)),1e-4)*inversesqrt(1.0+slope*slope);
}
float nearest_island(vec2 p,out int which){
    float d=9.0; which=0;
    for(int i=0;i<u_islands;i++){float e=island(p,i); if(e<d){d=e; which=i;}}
    return d;
}
// How far bare ground or the bare walls would be: what `garden_relit.glsl` works out too.
float bare_z(vec3 d){return 1.0/max(max(-d.y/u_eye_m,1e-3),max(u_bare[0].x*d.x+u_bare[0].y,u_bare[1].x*d.x+u_bare[1].y));}
// How deep a place lies inside moss, metres: positive in moss, negative on sand.
float moss(vec2 p){
    int which; float m=-nearest_island(p,which);
    float x=p.x-0.45*p.y,shore=u_bank.y*sin(x*u_bank.z+u_bank.w)+0.20*sin(x*1.9+u_seed*1.7)+0.5*(noise2(vec2(x*0.45+u_seed,3.0))-0.5);
    float damp=(1.0-length((p-u_damp.xy)/u_damp.zw))*0.6;
    m=max(max(m,(deep(p)-WALL_M+u_bank.x+shore)*0.8),damp);
    return m+(fbm(p*3.1+u_seed,2)-0.39)*0.24;
}
// How high moss stands that is so deep inside; without its tufts that is quick to tell.
float moss_height(vec2 p,float m){
    return m<0.0?0.0:MOSS_HIGH_M*(0.78*sqrt(min(m*1.5,1.0))+0.55*smoothstep(0.2,1.5,m))+0.09*(noise2(p*1.9+u_seed)-0.5)*smoothstep(0.0,0.25,m);
}
float tufts(vec2 p,float m){return 0.055*(fbm(p*6.0+u_seed,3)-0.5)*smoothstep(0.0,0.25,m);}
