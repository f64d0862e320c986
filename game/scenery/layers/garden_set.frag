// Baked once a size: what stands round the sand and never changes (veranda, pebbles, moss, wall). Sand and sky stay open.
in vec2 uv;
layout(location=0) out vec4 skin; layout(location=1) out vec4 form; layout(location=2) out float away;
#ifdef BARE
void main(){skin=vec4(0.0); form=vec4(0.5,0.5,0.0,0.0); away=60.0;}
#else
// HIGH is wall and post; without it, what lies before the wall, laid over that.
#include "garden_view.glsl"
uniform vec3 u_wood,u_plaster,u_moss,u_leaf; uniform int u_walls; uniform float u_post_side,u_deck_m;
const float DECK_M=0.62,TILE_M=0.235;
struct Surface{vec3 albedo; float open; vec3 normal; float z; float cover;};
vec3 hue(vec3 low,vec3 high,float x){return mix(low,high,clamp(x,0.0,1.2));}
float seam(float x,float width){float f=fract(x); return smoothstep(0.0,width,min(f,1.0-f));}

const float POST_WIDE=0.040;
// How far inside the strip that the veranda's post takes, screen heights.
float post_at(vec2 at){return u_post_side==0.0?-9.0:POST_WIDE+0.012-(0.5-(at.x-0.5)*u_post_side)*u_aspect;}
bool post(vec2 at,inout Surface s){
    float w=POST_WIDE,x=w-post_at(at); if(x>w) return false;
    float across=x/w*2.0-1.0,edge=smoothstep(0.80,0.86,across);
    float grain=fbm(vec2(x*210.0+fbm(vec2(x*30.0,at.y*3.0),2)*5.0,at.y*2.6),4);
    s.albedo=u_wood*hue(vec3(0.34),vec3(1.25),grain)*(0.75+0.3*noise2(vec2(x*900.0,at.y*9.0)));
    s.normal=normalize(mix(vec3(-across*0.9,0.0,-0.75),vec3(1.0,0.0,-0.3),edge)*vec3(-u_post_side,1.0,1.0));
    s.albedo*=1.0+0.7*edge; s.open=0.30+0.35*edge; s.z=2.6; return true;
}
#ifdef HIGH
float knot_at(float at,float width){float x=fract(at)-0.5; return exp(-x*x/(width*width));}
const vec3 SLATE=vec3(0.125,0.128,0.136);
void ridge(vec3 p,inout Surface s){
    float v=(p.y-2.10)/0.175,lay=v<0.42?fract(v/0.21):(v-0.42)/0.58,y=v<0.42?lay*1.2-0.6:lay*2.0-1.0;
    s.normal=normalize(vec3(0.0,y,-sqrt(max(1.0-y*y,0.05)))); s.open=0.45+0.45*max(y,0.0); s.z=WALL_M;
    s.albedo=SLATE*(0.85+0.3*fbm(p.xy*20.0,3))*mix(0.5,1.0,seam(p.x/0.36,0.09));
    if(v<0.42) s.albedo*=mix(0.55,1.0,smoothstep(0.0,0.3,lay));
}
void tile_ends(vec3 p,inout Surface s){
    vec2 q=vec2((fract(p.x/TILE_M)-0.5)*TILE_M,p.y-1.792); float r=length(q)/0.056,shade;
    if(r<1.0){s.normal=normalize(vec3(q.x*4.0,q.y*4.0+0.1,-1.0)); shade=mix(1.0,0.55,smoothstep(0.12,0.0,abs(r-0.74)));}
    else{s.normal=normalize(vec3(0.0,0.1,-1.0)); shade=abs(q.y+0.012+0.35*(q.x*q.x-0.0138)/0.117)<0.02?0.62:0.24;}
    s.albedo=SLATE*1.25*shade*(0.85+0.3*fbm(p.xy*30.0,2)); s.open=0.5*shade; s.z=11.52;
}
void tiles(vec3 p,vec3 slope,inout Surface s){
    float x=(fract(p.x/TILE_M)-0.5)*TILE_M,rib=x/0.055,row=fract((p.z-11.52)/0.16),shade;
    if(abs(rib)<1.0){s.normal=normalize(slope*sqrt(1.0-rib*rib*0.9)+vec3(rib*0.95,0.0,0.0)); shade=mix(0.75,1.0,smoothstep(0.0,0.06,row));}
    else{
        s.normal=normalize(slope+vec3(sign(x)*(abs(x)-0.0865)/0.0315*0.35,0.0,0.0));
        shade=mix(0.40,0.95,smoothstep(0.0,0.35,row))*mix(0.5,1.0,smoothstep(0.055,0.085,abs(x)));
    }
    s.albedo=SLATE*shade*(0.75+0.5*fbm(p.xz*vec2(9.0,14.0),4)); s.z=p.z; s.open=0.8*shade;
    s.albedo=mix(s.albedo,u_moss*0.9,0.6*smoothstep(0.52,0.68,fbm(p.xz*vec2(2.2,5.0)+3.0+u_seed,4)));
}
void plaster(vec3 p,inout Surface s){
    // All its noises in one loop: stains, grain, drips, rising damp, cracks and where they are, stone, moss, two slopes.
    float v[10];
    for(int k=0;k<10+u_zero;k++){
        vec2 by=k==0?vec2(0.55,1.1):k==1?vec2(26.0,22.0):k==2?vec2(7.0,0.5):k==3?vec2(2.2,2.0):k==4?vec2(1.1,1.5):k==5?vec2(0.9):k==6?vec2(8.0):k==7?vec2(4.0):vec2(18.0);
        vec2 from=vec2(k==0||k==3||k==4?u_seed:k==5?30.0:k==9?40.0:0.0,k==2?3.0:k==3?8.0:k==4?4.0:k==5?30.0:k==9?40.0:0.0);
        v[k]=fbm(p.xy*by+from,k==0?5:k==5?2:4);
    }
    float fine=v[1];
    s.albedo=u_plaster*hue(vec3(0.74,0.70,0.64),vec3(1.08,1.06,1.05),v[0]*0.9+0.15*fine);
    s.albedo*=1.0-0.38*smoothstep(0.45,0.75,v[2])*smoothstep(0.5,1.75,p.y);
    float rise=p.y+0.55*(v[3]-0.4);
    s.albedo=mix(s.albedo,u_plaster*vec3(0.42,0.46,0.40),0.7*smoothstep(0.62,0.02,rise))*(0.90+0.22*fine);
    s.albedo*=1.0-0.14*smoothstep(0.006,0.0,abs(v[4]-0.47))*smoothstep(0.5,0.56,v[5]);
    if(p.y<0.30){
        float gap=seam(p.x/0.8+0.5*floor(p.y/0.30),0.02);
        s.albedo=mix(vec3(0.22,0.205,0.185)*(0.6+0.7*v[6]),u_moss*0.8,0.55*smoothstep(0.45,0.6,v[7]))*mix(0.4,1.0,gap);
    }
    s.albedo*=mix(0.45,1.0,smoothstep(0.0,0.012,abs(p.y-0.30)));
    s.normal=normalize(vec3((v[8]-0.45)*0.12,(v[9]-0.45)*0.12,-1.0));
    s.open=0.55*mix(0.35,1.0,smoothstep(1.80,1.20,p.y))*mix(0.7,1.0,smoothstep(0.0,0.5,p.y)); s.z=WALL_M;
}
bool bamboo(vec3 p,inout Surface s){
    float rail=abs(fract((p.y-0.14)/0.40)-0.5)*0.40-0.165,cap=p.y-1.80,cane=p.x/0.052,id=floor(cane),y=0.0; if(p.y>1.86) return false;
    vec3 tan_=mix(vec3(0.30,0.245,0.13),vec3(0.205,0.195,0.11),0.25+0.5*hash1(uint(id+4000.0)))*(0.75+0.5*fbm(vec2(id*7.0+cane,p.y*1.3),3)); float gap=seam(cane,0.16);
    if(cap>0.0||rail>0.0){
        y=cap>0.0?cap/0.03-1.0:(rail-0.0175)/0.0175; s.normal=normalize(vec3(0.0,y,-sqrt(max(1.0-y*y,0.06))));
        tan_=vec3(0.27,0.215,0.115)*(0.8+0.4*fbm(vec2(p.x*1.4,p.y*90.0),3)); gap=mix(1.0,0.25,knot_at(p.x/1.30,0.016)); s.open=0.75+0.2*y;
    }else{s.normal=normalize(vec3((fract(cane)-0.5)*1.7,0.0,-1.0)); tan_*=1.0-0.35*knot_at(p.y/0.44+hash1(uint(id+90.0)),0.02); s.open=0.55*gap+0.12;}
    float rise=p.y+0.5*(fbm(vec2(p.x*1.7+u_seed,p.y*2.0),3)-0.4);
    s.albedo=mix(tan_,tan_*vec3(0.55,0.62,0.50),0.7*smoothstep(0.6,0.0,rise))*mix(0.35,1.0,gap); s.open*=mix(0.5,1.0,smoothstep(0.0,0.4,p.y));
    return true;
}
bool hedge(vec3 p,inout Surface s){
    float f=noise2(p.xy*vec2(31.0,29.0)),g=noise2(p.xy*vec2(11.0,10.0)+u_seed),h=fbm(p.xy*1.6+u_seed,3),up=smoothstep(1.84,2.0,p.y+0.05*g);
    if(p.y>1.94+0.10*g+0.06*f+0.10*(noise2(vec2(p.x*0.8,u_seed))-0.5)) return false;
    vec2 rough=vec2(noise2(p.xy*27.0+40.0)-f,noise2(p.xy*25.0+70.0)-g)+0.8*(vec2(h,fbm(p.xy*1.6+u_seed+9.0,3))-0.45);
    s.normal=normalize(vec3(rough.x*1.3,rough.y*1.0+1.1*up,-1.0)); s.albedo=mix(u_leaf,vec3(0.042,0.075,0.042),0.65)*hue(vec3(0.30,0.34,0.40),vec3(1.5,1.45,1.1),f*0.7+0.45*g+0.5*(h-0.5));
    s.open=(0.35+0.5*up+0.35*(f-0.4))*mix(0.45,1.0,smoothstep(0.0,0.6,p.y)); return true;
}
bool wall(vec3 d,int i,inout Surface s){
    vec3 w=to_wall(d,i); if(w.z<0.02) return false;
    // The wall's frame: x along it, z into the court until WALL_M; places the other wall hides do not count.
    vec3 from=vec3(0.0,u_eye_m,u_walls_at[i].z),slope=normalize(vec3(0.0,0.46,-0.30));
#ifdef HEDGE
    vec3 back=from+w*((11.5-from.z)/w.z); bool found=hedge(back,s); s.z=11.5;
#elif defined(BAMBOO)
    vec3 back=from+w*((WALL_M-from.z)/w.z); bool found=bamboo(back,s); s.z=WALL_M;
#else
    vec3 front=from+w*((11.52-from.z)/w.z),top=from+w*((WALL_M-0.02-from.z)/w.z),back=from+w*((WALL_M-from.z)/w.z);
    vec3 on=from+w*(dot(vec3(0.0,1.84,11.52)-from,slope)/dot(w,slope)); bool found=true;
    if(top.y>2.10&&top.y<2.275) ridge(top,s);
    else if(front.y>1.74&&front.y<1.845) tile_ends(front,s);
    else if(on.y>1.84&&on.z<WALL_M&&on.y<2.2) tiles(on,slope,s);
    else if(back.y<1.80) plaster(back,s);
    else found=false;
#endif
    if(!found) return false;
    s.z=(s.z-from.z)/w.z; s.normal=from_wall(s.normal,i); return deep(d.xz*s.z,i)>=deep(d.xz*s.z,1-i)-1e-3;
}
#else
bool deck(vec3 d,inout Surface s){
    float way=dot(d.xz,u_walls_at[0].xy),z=(u_eye_m-DECK_M)/max(-d.y,1e-4),edge_z=u_deck_m/max(way,1e-3); if(u_deck_m<0.0||way<0.05) return false;
    float lip=0.0,e=0.0;
    if(z>edge_z){z=edge_z; e=(u_eye_m+d.y*z-DECK_M)/-0.07; if(e<0.0||e>1.0) return false; lip=1.0;}
    vec2 p=vec2(along(d.xz*z,0),way*z); float edge=u_deck_m,plank=p.x/0.19+20.0,id=floor(plank);
    float which=hash1(uint(id)+31u),gap=seam(plank,0.035);
    float grain=fbm(vec2(p.x*38.0+which*70.0,p.y*2.2+which*20.0),4),fine=noise2(vec2(p.x*160.0+3.0*grain,p.y*3.0+which*9.0));
    vec2 knot=(p-vec2((id-19.7+0.4*which)*0.19,edge-0.75+0.6*fract(which*7.0)))*vec2(1.0,0.42);
    vec3 top=u_wood*hue(vec3(0.42),vec3(1.25),grain*0.75+0.55*which-0.1)*(0.75+0.4*fine);
    top*=(1.0-0.5*smoothstep(0.030,0.008,length(knot)))*mix(0.25,1.0,gap);
    vec3 front=u_wood*hue(vec3(0.9),vec3(1.5),fbm(vec2(p.x*3.0,e*9.0),3))*(0.55+0.45*gap)*mix(1.0,0.45,e);
    s.albedo=mix(top,front,lip); s.z=z;
    s.normal=normalize(from_wall(mix(vec3((fract(plank)-0.5)*0.25,1.0,0.0),vec3(0.0,1.2*smoothstep(0.2,0.0,e),-1.0),lip),0));
    s.open=mix(0.32+0.5*smoothstep(edge-1.3,edge,p.y),0.7,lip)*mix(0.6,1.0,gap); return true;
}
void pebbles(vec3 p,inout Surface s){
    // Laid as seen from before each, so that they do not lean and smear at the sides of a wide picture.
    float away=max(deep(p.xz,0)-u_walls_at[0].z,0.3); vec2 q=vec2(along(p.xz,0)*u_kerb_m/away,away)*17.0; ivec2 cell=ivec2(floor(q)); float least=9.0,which=0.0; vec2 to=vec2(0.0);
    for(int k=0;k<9+u_zero;k++){
        ivec2 c=cell+ivec2(k%3-1,k/3-1); vec2 o=vec2(c)+0.5+0.76*(vec2(hash2(c),hash2(c+77))-0.5)-q;
        float d=dot(o,o); if(d<least){least=d; to=o; which=hash2(c+191);}
    }
    float r=sqrt(least); s.normal=normalize(from_wall(vec3(-to.x*1.5,0.55,-to.y*1.5),0));
    s.albedo=mix(vec3(0.150,0.153,0.158),vec3(0.31,0.29,0.265),which*which)*mix(0.58,1.0,smoothstep(0.60,0.34,r));
    s.open=mix(0.36,0.82,smoothstep(0.62,0.30,r));
}
void kerb(vec3 p,inout Surface s){
    float in_m=deep(p.xz,0)-u_walls_at[0].z-u_kerb_m,gap=seam(along(p.xz,0)/0.62+0.3,0.02)*smoothstep(0.0,0.02,min(in_m,0.16-in_m));
    s.albedo=mix(vec3(0.10),vec3(0.30,0.28,0.25)*(0.7+0.5*fbm(p.xz*18.0,4)),0.25+0.75*gap);
    s.normal=vec3(0.0,1.0,0.0); s.open=0.85;
}
void moss_at(vec3 p,inout Surface s){
    float v[6],m=0.0;
    for(int k=0;k<6+u_zero;k++)
        v[k]=fbm(p.xz*(k==0?vec2(13.0):k==1?vec2(60.0,46.0):k==2?vec2(0.8):k==3?vec2(2.2):vec2(34.0))+(k==0?u_seed:k==2?u_seed*3.0:k==3?3.0:k==4?7.0:k==5?27.0:0.0),k==0?4:k>3?2:3);
    vec2 slope=vec2(0.0);
    for(int k=0;k<3+u_zero;k++){
        vec2 e=vec2(k==1?1.0:0.0,k==2?1.0:0.0); float n=moss(p.xz+0.03*e),h=moss_height(p.xz+0.03*e,n)+tufts(p.xz+0.03*e,n);
        m+=n/3.0; slope+=h*(k==0?vec2(1.0):-e);
    }
    vec3 n=normalize(vec3(slope.x,0.03,slope.y)); float f=v[0],g=v[1];
    s.normal=normalize(n+vec3((v[4]-0.38)*1.1+(g-0.45)*0.8,0.0,(v[5]-0.38)*1.1));
    s.albedo=u_moss*hue(vec3(0.34,0.37,0.42),vec3(1.45,1.36,1.05),f*0.6+g*0.85-0.22)*mix(vec3(0.62,0.72,0.80),vec3(1.22,1.10,0.90),smoothstep(0.30,0.62,v[2]));
    s.albedo=mix(s.albedo,vec3(0.20,0.16,0.060),0.55*smoothstep(0.48,0.70,v[3]));
    s.albedo*=mix(0.40,1.0,smoothstep(0.0,0.09,m)); s.open=mix(0.4,0.95,smoothstep(0.0,0.16,m))*(0.55+0.85*f);
}
bool ground(vec3 d,inout Surface s){
    if(d.y>=0.0) return false;
    float flat_t=-u_eye_m/d.y,t=(MOSS_HIGH_M+0.09-u_eye_m)/d.y,hit=flat_t; if(deep(d.xz*t)>WALL_M+0.3) return false;
    bool in_moss=false; float step_t=(flat_t-t)/6.0;
    // Moss is no farther than the ray's way over the ground while it is low enough to meet any.
    for(int k=-1;k<10+u_zero;k++){
        vec3 p=eye()+d*(k<0?flat_t:t); float m=moss(p.xz); if(k<0){if(m<-0.25-1.2*(flat_t-t)) break; continue;}
        float h=moss_height(p.xz,m); bool under=h>0.004&&p.y<h;
        if(under&&!in_moss){in_moss=true; k=max(k,6); step_t=-step_t;}
        if(in_moss){step_t=(under?-0.5:0.5)*abs(step_t); hit=t+step_t;}
        else if(k>=6) break;
        t+=step_t;
    }
    vec3 p=eye()+d*hit; float into=deep(p.xz),from_kerb=deep(p.xz,0)-u_walls_at[0].z-u_kerb_m; if(into>WALL_M) return false;
    s.z=hit;
    if(in_moss) moss_at(p,s);
    else if(from_kerb<0.0) pebbles(p,s);
    else if(from_kerb<0.16) kerb(p,s);
    else s.cover=0.0;
    s.open*=mix(0.6,1.0,smoothstep(0.0,0.9,WALL_M-into))*mix(0.45,1.0,smoothstep(-0.6,0.2,from_kerb));
    return true;
}
#endif
#ifdef HIGH
// The same for both: samples of what lies before the wall never are behind it.
bool look(vec2 at,inout Surface s){
    vec3 d=ray(at); if(post(at,s)) return true;
    Surface none=s; if(wall(d,0,s)) return true;
    s=none; return u_walls>1&&wall(d,1,s);
}
#else
uniform sampler2D u_skin,u_form; uniform highp sampler2D u_away;
bool look(vec2 at,inout Surface s){return post(at,s)||deck(ray(at),s)||ground(ray(at),s);}
// How often to look into a pixel: not at all where there can be nothing but sand, twice deep inside moss.
int samples_for(vec3 d){
    if(post_at(uv)>-0.01||d.y>=0.0) return 4;
    float z=-u_eye_m/d.y; vec2 p=d.xz*z; float wide=2.0*z*z/(u_eye_m*u_focal*u_size.y)+0.05;
    if(deep(p,0)-u_walls_at[0].z-u_kerb_m-0.16<wide||deep(p)>WALL_M-0.6) return 4;
    float m=moss(p); return m<-0.30-1.2*(MOSS_HIGH_M+0.09)/-d.y-wide?0:m>0.30+wide?2:4;
}
#endif
void main(){
    vec4 colour=vec4(0.0); vec3 normal=vec3(0.0); float z=0.0,cover=0.0,met=0.0; int samples=4;
#ifndef HIGH
    samples=samples_for(ray(uv)); met=samples==0?1.0:0.0;
#endif
    for(int k=0;k<samples+u_zero;k++){
        vec2 j=(vec2(k%2,samples==2?k:k/2)+0.5)*0.5-0.5; Surface s=Surface(vec3(0.0),1.0,vec3(0.0,0.0,-1.0),60.0,1.0);
        if(!look(uv+j/u_size,s)) continue;
        met+=1.0/float(samples); colour+=vec4(s.albedo,s.open)*s.cover; normal+=s.normal*s.cover; z+=s.z*s.cover; cover+=s.cover;
    }
    float n=max(cover,1e-4); colour/=n; cover/=float(max(samples,1)); away=cover>0.0?z/n:60.0;
#ifndef HIGH
    ivec2 at=ivec2(gl_FragCoord.xy); vec4 behind=texelFetch(u_form,at,0); float rest=behind.a*(1.0-met),all=cover+rest,mine=cover/max(all,1e-4);
    vec4 under=texelFetch(u_skin,at,0); if(met==0.0){skin=under; form=behind; away=texelFetch(u_away,at,0).r; return;}
    colour=mix(vec4(under.rgb*under.rgb,under.a),colour,mine);
    normal=mix(behind.rgb*2.0-1.0,normal/n,mine); if(mine<0.5&&rest>0.0) away=texelFetch(u_away,at,0).r; cover=all;
#endif
    skin=vec4(sqrt(clamp(colour.rgb,0.0,1.0)),colour.a);
    form=vec4(normalize(normal+vec3(0.0,0.0,-1e-4))*0.5+0.5,cover);
}
#endif
