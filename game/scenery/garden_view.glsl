// The dry garden as its veranda sees it: eye, noise, islands, ground. Metres: x right, y up, z away from the eye.
uniform vec2 u_size; uniform float u_aspect,u_horizon_y,u_focal,u_eye_m,u_seed,u_kerb_m; uniform int u_zero;
uniform vec4 u_island[8]; uniform int u_islands; uniform vec4 u_damp;
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
vec3 eye(){return vec3(0.0,u_eye_m,0.0);}
// The ray through a place on the screen, with z = 1 for each metre away.
vec3 ray(vec2 at){return vec3((at.x-0.5)*u_aspect,at.y-u_horizon_y,u_focal)/u_focal;}
// Distance outwards from the rim of a moss island, metres (negative inside).
float island(vec2 p,int i){
    vec2 q=p-u_island[i].xy,r=u_island[i].zw; float k=length(q/r); return k*(k-1.0)/max(length(q/(r*r)),1e-4);
}
float nearest_island(vec2 p,out int which){
    float d=9.0; which=0;
    for(int i=0;i<u_islands;i++){float e=island(p,i); if(e<d){d=e; which=i;}}
    return d;
}
// How deep a place lies inside moss, metres: positive in moss, negative on sand.
float moss(vec2 p){
    int which; float m=-nearest_island(p,which);
    float shore=0.38*sin(p.x*0.7+u_seed)+0.20*sin(p.x*1.9+u_seed*1.7)+0.5*(noise2(vec2(p.x*0.45+u_seed,3.0))-0.5);
    float damp=(1.0-length((p-u_damp.xy)/u_damp.zw))*0.6;
    m=max(max(m,(p.y-10.95+shore)*0.8),damp);
    return m+(fbm(p*3.1+u_seed,3)-0.45)*0.22;
}
float moss_height(vec2 p){
    float m=moss(p); if(m<0.0) return 0.0;
    float tuft=0.05*(fbm(p*6.0+u_seed,3)-0.5)+0.035*(noise2(p*2.3+u_seed)-0.5);
    return MOSS_HIGH_M*sqrt(min(m*1.4,1.0))+tuft*smoothstep(0.0,0.15,m);
}
