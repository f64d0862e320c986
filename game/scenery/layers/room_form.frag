// The surfaces of a room before any light: colour and sheen, which way they face and how they glow, how far they are. Each family of
// kinds has a program of its own: without a graphics card all sides of a branch are always worked out.
in vec3 place,normal,local,tone; in vec2 kind; in float away;
layout(location=0) out vec4 skin; layout(location=1) out vec4 facing; layout(location=2) out float distance_m;
uniform float u_seed; uniform vec3 u_eye;
float seam(float x,float wide){float f=fract(x); return smoothstep(0.0,wide,min(f,1.0-f));}
#ifdef WOODEN
// Wood: long grain along x, a dark line where a year ends.
float grain(vec3 p){
    vec2 q=vec2(p.x*0.7,p.y+p.z*0.73); float w=fbm2(vec2(q.x*1.1,q.y*4.0)+7.0,3),year=fract(q.y*17.0+w*5.0);
    return 0.60-0.26*smoothstep(0.0,0.7,year)*smoothstep(1.0,0.85,year)+0.34*(noise2(vec2(q.x*5.0,q.y*210.0))-0.5)+0.30*(w-0.45);
}
vec3 wooden(vec3 p,out float high){float v=grain(p); high=0.0007*v; return tone*mix(vec3(0.30,0.26,0.24),vec3(1.35,1.28,1.18),clamp(v,0.0,1.0));}
#endif
#ifdef LAID
// Fieldstones: how far from the joint, and the stone's own number.
vec2 stones(vec2 p){
    p=p*vec2(3.4,4.6)+0.35*vec2(noise2(p*2.3+u_seed),noise2(p*2.3+u_seed+9.0)); ivec2 c=ivec2(floor(p)); float a=9.0,b=9.0,which=0.0;
    for(int k=0;k<9;k++){
        ivec2 g=c+ivec2(k%3-1,k/3-1); vec2 d=abs(vec2(g)+0.12+0.76*vec2(hash2(g+4000),hash2(g+4051))-p);
        float l=pow(d.x*d.x*d.x+d.y*d.y*d.y,0.33333); if(l<a){b=a; a=l; which=hash2(g+4090);} else b=min(b,l);
    }
    return vec2(b-a,which);
}
vec3 masonry(vec2 p,out float high){
    vec2 s=stones(p); float rough=fbm2(p*17.0+u_seed,4),patch_=fbm2(p*4.0+s.y*31.0,3),in_=smoothstep(0.02,0.13,s.x);
    high=0.030*smoothstep(0.0,0.30,s.x)+0.017*rough*in_+0.006*s.y;
    vec3 stone=tone*mix(vec3(0.50,0.52,0.56),vec3(1.10,1.03,0.94),s.y)*(0.45+0.62*rough+0.45*patch_);
    return mix(tone*0.42*(0.7+0.5*rough),stone,in_);
}
vec3 bricks(vec2 p,vec2 size,out float high){
    vec2 q=p/size; float row=floor(q.y); q.x+=0.5*mod(row,2.0)+0.06*hash1(uint(row+900.0)); ivec2 id=ivec2(floor(q))+2000;
    float e=seam(q.x,0.055)*seam(q.y,0.14),h=hash2(id),rough=fbm2(p*30.0+u_seed,4);
    high=0.009*e+0.006*rough; return mix(tone*vec3(0.75,0.95,1.05)*0.55,tone*mix(vec3(0.60,0.62,0.68),vec3(1.35,1.20,1.05),h)*(0.55+0.85*rough),e);
}
// Large flat stones on the floor; their joints run on over the front.
vec3 slabs(vec3 p,out float high){
    vec2 q=vec2(p.x/0.47,p.z/0.37)+0.035*vec2(noise2(p.xz*6.0+u_seed),noise2(p.zx*6.0+u_seed+7.0)); float row=floor(q.y); q.x+=0.37*row+0.3*hash1(uint(row+70.0));
    float e=seam(q.x,0.020)*seam(q.y,0.026),h=hash2(ivec2(floor(q))+700),rough=fbm2(p.xz*11.0+p.y*9.0,4);
    high=0.003*e+0.0035*rough; return mix(tone*vec3(0.50,0.44,0.40),tone*mix(vec3(0.80,0.81,0.84),vec3(1.08,1.03,0.97),h)*(0.66+0.62*rough),e);
}
#endif
#ifdef WOODEN
vec3 boards(vec3 p,out float high,inout float sheen){
    float wide=0.145,x=p.x/wide,id=floor(x),z=p.z+hash1(uint(id+300.0))*4.0,piece=floor(z/1.25); float h=hash2(ivec2(int(id)+99,int(piece)+9));
    float gap=seam(x,0.022)*smoothstep(0.0,0.004,min(fract(z/1.25),1.0-fract(z/1.25))*1.25),v=grain(vec3(p.z*1.1+h*40.0,p.x+h*9.0,h*3.0));
    high=0.0016*gap+0.0003*v; sheen*=gap*(0.55+0.6*v); return tone*mix(vec3(0.42,0.38,0.35),vec3(1.28,1.22,1.14),clamp(v+0.30*(h-0.5),0.0,1.0))*mix(0.25,1.0,gap);
}
#endif
#ifdef LOGS
// Charred wood: split into scales, glowing in the cracks and where the ash has fallen off.
vec3 charred(vec3 p,out float high,inout float sheen,out float ember){
    vec2 q=vec2(p.x*26.0,p.y*22.0)+p.z*19.0; q+=0.6*vec2(noise2(q*0.7+3.0),noise2(q*0.7+31.0)); ivec2 c=ivec2(floor(q)); float a=9.0,b=9.0;
    for(int k=0;k<9;k++){
        ivec2 g=c+ivec2(k%3-1,k/3-1); float l=length(vec2(g)+0.15+0.7*vec2(hash2(g+2000),hash2(g+2051))-q); if(l<a){b=a; a=l;} else b=min(b,l);
    }
    float crack=b-a,rough=fbm2(q*2.7,3),patch_=fbm2(q*0.22+u_seed,3),hot=smoothstep(0.62-sheen,1.02-sheen,patch_+0.25*rough);
    ember=hot*(smoothstep(0.30,0.02,crack)*(0.35+0.65*rough)+0.60*smoothstep(0.34,0.46,sheen)*(0.4+rough)); high=0.006*smoothstep(0.0,0.25,crack)+0.004*rough; sheen=0.05;
    return mix(tone*(0.35+1.1*rough),vec3(0.20,0.19,0.18),smoothstep(0.55,0.85,rough)*0.45);
}
#endif
#ifdef SOFT
// A braided rug: rings of a few colours, plaited.
vec3 rug(vec3 p,out float high){
    float r=length(p.xy),ring=r*10.0,k=floor(ring),f=fract(ring),h=hash1(uint(k+40.0+u_seed*3.0)),turn=atan(p.y,p.x)*(k+0.6)*9.0;
    float braid=0.5+0.5*sin(turn+(f>0.5?2.4:0.0)+abs(f-0.5)*5.0),bulge=sqrt(max(1.0-pow(2.0*f-1.0,2.0),0.0));
    high=0.006*bulge+0.0022*braid*bulge; vec3 pale=vec3(0.36,0.29,0.20),dark=tone*0.45+vec3(0.02,0.02,0.026);
    return (h<0.34?tone*1.25+0.02:(h<0.70?pale:dark))*(0.50+0.35*bulge+0.30*braid*bulge)*(0.9+0.2*noise2(p.xy*60.0));
}
// Fur; where which hairs grow is told by its tone.
vec3 fur(vec3 p,out float high){
    vec2 q=vec2(p.x*0.9+p.z*0.5,p.y*1.2-p.z*0.2); float hair=fbm2(vec2(q.x*60.0+q.y*22.0,q.y*90.0-q.x*14.0),4);
    high=0.0030*hair; return tone*(0.66+0.66*hair);
}
#endif
void main(){
    float high=0.0,ember=0.0,sheen=kind.y; vec3 c=tone; int k=int(kind.x+0.5);
#ifdef WOODEN
    if(k==1){c=wooden(local,high);}
    else{c=boards(local,high,sheen);}
#elif defined(LOGS)
    if(k==9){float b=fbm2(vec2(local.x*14.0,local.y*70.0),4); high=0.010*b; c=tone*(0.35+1.2*b);}
    else if(k==12){c=charred(local,high,sheen,ember);}
    else{float r=length(local.xy); c=tone*(0.72+0.36*smoothstep(0.2,0.8,fract(r*130.0+2.0*noise2(local.xy*22.0))))*(0.86+0.3*noise2(local.xy*70.0));}
#elif defined(LAID)
    if(k==2){c=masonry(abs(normal.y)>0.7?local.xz+3.0:local.xy,high);}
    else if(k==3){c=bricks(local.xy,vec2(0.215,0.072),high);}
    else if(k==13){c=slabs(local,high);}
    else{c=bricks(local.xy,vec2(0.19,0.075),high); c*=mix(0.75,0.20,smoothstep(0.25,0.75,local.y*0.55+0.5*fbm2(local.xy*5.0,3)-0.15));}
#elif defined(SOFT)
    if(k==5){vec2 q=local.xy+vec2(local.z*0.8,local.z*0.3); float w=noise2(q*vec2(140.0,110.0)); high=0.0012*w; c=tone*(0.74+0.32*w+0.34*(fbm2(q*6.0,3)-0.45));}
    else if(k==6){c=fur(local,high);}
    else{c=rug(local,high);}
#else
    float f=fbm2(local.xy*vec2(2.6,3.0)+local.z*2.0+u_seed,4);
    if(k==4){high=0.0012*fbm2(local.xy*21.0+local.z*17.0,4)+0.003*f; c=tone*(0.74+0.46*f);}
    else{c=tone*(0.90+0.2*noise2(local.xy*30.0+local.z*11.0));}
#endif
    // A height laid on a surface (M. Mikkelsen, "Bump mapping unparametrized surfaces on the GPU", 2010).
    vec3 n=normalize(normal); if(dot(n,u_eye-place)<0.0) n=-n;
    vec3 dx=dFdx(place),dy=dFdy(place),a=cross(dy,n),b=cross(n,dx); float det=dot(dx,a);
    vec3 slope=sign(det)*(dFdx(high)*a+dFdy(high)*b)/max(abs(det),1e-9); float steep=length(slope);
    n=normalize(n-slope*min(1.0,0.9/max(steep,1e-5)));
    skin=vec4(sqrt(clamp(c,0.0,1.0)),sheen); facing=vec4(n*0.5+0.5,ember); distance_m=away;
}
