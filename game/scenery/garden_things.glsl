// Stones, clipped bushes, basin, bamboo spout and lantern as signed distances; one row of u_things each:
// texel 0 x z yaw grain; 1 half sizes and form; 2 bounding sphere; 3.. the planes of a stone (unit normal, distance).
uniform highp sampler2D u_things; uniform int u_count;
uniform int u_near[48],u_near_count; // the things that matter in this part of the screen
const int PLANES=12;
const float STONE=0.0,BUSH=1.0,BASIN=2.0,SPOUT=3.0,LANTERN=4.0,BRIDGE=5.0,PAD=6.0,TRUNK=7.0,STEP=8.0;
float smooth_max(float a,float b,float k){float h=max(k-abs(a-b),0.0)/k; return max(a,b)+h*h*k*0.25;}
vec4 thing(int i,int column){return texelFetch(u_things,ivec2(column,i),0);}
vec3 to_thing(vec3 p,int i){
    vec4 at=thing(i,0); vec3 q=p-vec3(at.x,0.0,at.y); float c=cos(at.z),s=sin(at.z);
    return vec3(c*q.x-s*q.z,q.y,s*q.x+c*q.z);
}
float stone(vec3 q,int i,vec3 size){
    vec3 e=q/size; float d=-9.0;
    for(int k=0;k<PLANES+u_zero;k++){vec4 plane=thing(i,3+k); d=smooth_max(d,dot(e,plane.xyz)-plane.w,0.045);}
    return d*min(size.x,min(size.y,size.z));
}
float bush(vec3 q,vec3 size){vec3 e=q/size; float k=length(e); return k*(k-1.0)/max(length(e/size),1e-4);}
float knot(float at,float width){return exp(-at*at/(width*width));}
#ifndef PLAIN
float basin(vec3 q,vec3 size,float grain){
    float d=length(q.xz)-size.x*(1.0-0.10*smoothstep(0.2,1.0,q.y/size.y)+0.08*sin(atan(q.x,q.z)*3.0+grain));
    return smooth_max(d,q.y-size.y,0.07);
}
float spout(vec3 q){
    float post=max(length(q.xz)-0.048,q.y-0.98)-0.006*knot((fract(q.y/0.30)-0.5)*0.30,0.010);
    vec3 from=vec3(0.0,0.90,0.0),along=vec3(-0.60,-0.125,0.0),w=q-from;
    float h=clamp(dot(w,along)/dot(along,along),-0.12,1.0);
    float pipe=length(w-along*h)-0.033-0.005*knot((fract(h*2.2+0.2)-0.5)*0.27,0.009);
    vec3 mouth=q-from-along; pipe=max(pipe,0.022-length(mouth.yz)-smoothstep(0.015,0.04,mouth.x));
    return min(post,pipe);
}
float slab(float r,float y,float radius,float low,float high){
    return max(r-radius,max(low-y,y-high));
}
// A stone lantern: foot, shaft, shelf, hollow fire box with windows, roof, jewel.
float lantern(vec3 q){
    float turn=atan(q.x,q.z),six=1.0471976,a=mod(turn+0.5*six,six)-0.5*six;
    float r=length(q.xz),h=r*cos(a);
    float d=min(slab(h,q.y,0.27,-0.2,0.13),slab(r,q.y,0.105-0.02*sin(q.y*5.0),0.1,0.66)-0.01);
    d=min(d,slab(h,q.y,0.17+0.09*smoothstep(0.60,0.70,q.y),0.60,0.72)*0.8);
    float box=max(slab(h,q.y,0.19,0.70,0.99),0.145-h); box=max(box,-max(abs(r*sin(a))-0.062,abs(q.y-0.845)-0.088));
    float up=clamp((q.y-0.985)/0.30,0.0,1.0),eave=0.40-0.33*sqrt(up)+0.05*max(0.0,1.0-up*3.0)*abs(sin(turn*3.0));
    d=min(min(d,box),max(h-eave,max(0.965+0.05*h*h-q.y,q.y-1.27))*0.7);
    return min(d,length((q-vec3(0.0,1.33,0.0))*vec3(1.0,0.75,1.0))-0.065)-0.008;
}
// A slab of stone, a little arched, from one bank to the other.
float bridge(vec3 q,vec3 size,float grain){
    float x=q.x/size.x; q.y-=size.y+0.17*(1.0-x*x); vec3 a=abs(q)-vec3(size.x,0.050,size.z*(0.94+0.06*sin(q.x*3.0+grain)));
    return length(max(a,0.0))+min(max(a.x,max(a.y,a.z)),0.0)-0.02;
}
// A flat stone for a foot.
float step_stone(vec3 q,vec3 size,float grain){
    float turn=atan(q.z,q.x),k=length(q.xz/size.xz)*(1.0+0.10*sin(turn*3.0+grain)+0.06*sin(turn*5.0-grain*2.0));
    vec2 e=vec2((k-1.0)*size.z,q.y-size.y); return (length(max(e,-0.03)+0.03)-0.03+min(max(e.x,e.y)+0.03,0.0))*0.8;
}
// Stem and limbs: the way from each point to the next, but those after the fourth are limbs of two points each.
float trunk(vec3 q,int i){
    float d=9.0;
    for(int k=0;k<11+u_zero;k++){
        vec4 a=thing(i,3+k),b=thing(i,4+k); if((k>3&&(k&1)==0)||b.w<=0.0) continue;
        vec3 w=q-a.xyz,l=b.xyz-a.xyz; float h=clamp(dot(w,l)/dot(l,l),0.0,1.0),e=length(w-l*h)-mix(a.w,b.w,h);
        float m=max(0.06-abs(d-e),0.0)/0.06; d=min(d,e)-m*m*0.015;
    }
    return d*0.9;
}
#endif
// How rough each is: times what its noise is finer than a metre, how deep it goes, octaves looked at from near.
vec3 roughness(float form){
    if(form<0.5) return vec3(3.1,0.115,5.0);
    if(form==BASIN) return vec3(5.0,0.085,5.0);
    if(form==LANTERN) return vec3(9.0,0.012,3.0);
    if(form==BRIDGE) return vec3(5.0,0.07,5.0);
    if(form==STEP) return vec3(6.0,0.028,4.0);
    return form==TRUNK?vec3(6.0,0.040,4.0):vec3(2.1,0.15,1.0);
}
// The noise of all forms is one loop: whatever stands here twice, a compiler takes twice as long for.
float distance_to(vec3 p,int i,bool fine){
    vec4 size=thing(i,1); vec3 q=to_thing(p,i); float grain=thing(i,0).w,form=size.w,d;
#ifdef PLAIN
    if(form<0.5) d=stone(q,i,size.xyz); else d=bush(q,size.xyz);
#else
    if(form==PAD) q.y-=thing(i,3).x;
    if(form<0.5) d=stone(q,i,size.xyz);
    else if(form==BUSH||form==PAD) d=bush(q,size.xyz);
    else if(form==BASIN) d=basin(q,size.xyz,grain);
    else if(form==SPOUT) return spout(q);
    else if(form==LANTERN) d=lantern(q/size.y)*size.y;
    else if(form==BRIDGE) d=bridge(q,size.xyz,grain);
    else if(form==TRUNK) d=trunk(q,i);
    else d=step_stone(q,size.xyz,grain);
#endif
    if(d>0.25) return d;
    vec3 rough=roughness(form); if(form<0.5) rough.y*=clamp(min(size.x,size.y)*2.4,0.4,1.0); bool leafy=form==BUSH||form==PAD;
    if(fine||form!=LANTERN) d-=(fbm3(q*rough.x*(form==TRUNK?vec3(1.5,0.5,1.5):vec3(1.0))+grain,fine?int(rough.z):min(int(rough.z),2))-(leafy?0.25:0.47))*rough.y*(leafy?2.0:1.0);
    if(leafy||(fine&&form<0.5)){
        // Twigs, and the beds and pits of a stone.
        vec3 lattice=leafy?q*13.0:vec3(q.x*2.6,q.y*12.0+2.4*sin(q.x*3.6+q.z*2.9+grain),q.z*2.6); float v=noise3(lattice+grain);
        d-=leafy?(v-0.5)*0.055:0.012*smoothstep(0.45,0.72,v);
        if(fine){float w=noise3(leafy?q*33.0:q*17.0+grain); d-=leafy?(w-0.5)*0.04:-0.010*smoothstep(0.55,0.9,w);}
    }
    if(form==PAD) return smooth_max(d,-q.y-0.22*size.y,0.08);
    return form==BASIN?smooth_max(d,size.z-length(vec3(q.x,(q.y-size.y-0.02)*1.7,q.z)),0.03):d;
}
// Where a ray (unit direction) enters and leaves the sphere round a thing; y < x when it misses.
vec2 around(vec3 from,vec3 to,int i,float wider){
    vec4 ball=thing(i,2); vec3 o=from-ball.xyz; float b=dot(o,to),d=b*b-dot(o,o)+ball.w*ball.w*wider;
    if(d<0.0) return vec2(1.0,0.0); d=sqrt(d); return vec2(max(-b-d,0.0),-b+d);
}
float march(vec3 from,vec3 to,int i,float far){
    vec2 span=around(from,to,i,1.0); span.y=min(span.y,far); float t=span.x;
    for(int k=0;k<64+u_zero;k++){
        if(t>span.y) return -1.0;
        float d=distance_to(from+to*t,i,false); if(d<0.002+0.0003*t) return t; t+=d*0.72;
    }
    return t<span.y?t:-1.0;
}
// How much light from a direction reaches a place: 0 in full shadow; `skip` is a thing that casts none.
float lit_from(vec3 p,vec3 to,float far,float soft,int skip){
    float s=1.0;
    for(int j=0;j<u_near_count;j++){
        int i=u_near[j]; if(i==skip) continue;
        vec2 span=around(p,to,i,1.1); span.y=min(span.y,far); float t=max(span.x,0.03);
        for(int k=0;k<30+u_zero;k++){
            if(t>span.y||s<0.01) break;
            float d=distance_to(p+to*t,i,false); s=min(s,0.5+0.5*d/(soft*t+0.010)); t+=max(d*0.8,0.02);
        }
    }
    s=clamp(s,0.0,1.0); return s*s*(3.0-2.0*s);
}
// Open sky over a place that things crowd in, 0..1.
float openness(vec3 p,vec3 n){
    float a=1.0;
    for(int i=0;i<u_count;i++){
        vec4 ball=thing(i,2); float r=ball.w*(thing(i,1).w==TRUNK||thing(i,1).w==BRIDGE?0.25:0.8); vec3 v=ball.xyz-p; float d2=dot(v,v);
        float side=max(dot(n,v)*inversesqrt(max(d2,1e-4))*0.7+0.45,0.0),near=r*r/(d2+r*r*0.15);
        a*=1.0-clamp(near*near*side,0.0,0.72);
    }
    return a;
}
