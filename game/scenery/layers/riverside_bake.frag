// What a town is made of, one material a program: its colour, which way it faces and how open it lies, what its lamps
// give it. No light of the day is in it yet.
in vec3 at,normal; in vec4 on; in float lamp; flat in float chance;
layout(location=0) out vec4 o_surface; layout(location=1) out vec4 o_shape; layout(location=2) out vec4 o_lamp;
uniform vec3 u_crown,u_crown_other;
const vec3 WARM=vec3(1.0,0.42,0.14);
// A bar of half-width w about 0, and lines of half-width w every whole number, both smooth for what a pixel covers.
float bar(float x,float w,float soft){return clamp((w-abs(x))/max(soft,1e-4)+0.5,0.0,1.0);}
float lines(float x,float w){
    float f=fwidth(x), d=abs(fract(x)-0.5);
    return mix(clamp((d-(0.5-w))/max(f,1e-4)+0.5,0.0,1.0),w*2.0,smoothstep(0.35,0.9,f));
}
float pick(float a){return hash2(ivec2(int(floor(a*917.0)),int(floor(chance*8191.0))));}
float pick2(float a,float b){return hash2(ivec2(int(floor(a+0.5))*131+int(floor(b+0.5))*7177,int(floor(chance*8191.0))));}
void main(){
    if(at.y<-0.001) discard;
    vec3 n=normalize(normal), own=vec3(0.2), glow=vec3(0.0); float u=on.x, v=on.y, warm=lamp*0.35, open=1.0, gloss=0.0;
#if defined(FACADE)||defined(GABLE)
    vec3 plaster=mix(vec3(0.62,0.56,0.47),mix(vec3(0.40,0.27,0.17),vec3(0.70,0.67,0.61),step(0.5,pick(0.6))),step(0.42,pick(0.3)));
    float stain=fbm2(vec2(u,v)*0.9+chance*40.0,4);
    plaster*=0.62+0.62*stain;
    float grain=noise2(vec2(u*14.0,v*2.2))*0.6+noise2(vec2(u*3.0,v*0.7))*0.4;
    vec3 timber=mix(vec3(0.125,0.072,0.045),vec3(0.20,0.125,0.08),pick(0.8))*(0.5+grain);
    float high=on.w;
#endif
#if defined(FACADE)
    float bays=max(2.0,floor(on.z/1.55+0.5)), wide=on.z/bays, bu=u/wide, bay=floor(bu), a=fract(bu);
    float storey=floor(v/2.9), b=v/2.9-storey, fa=fwidth(bu), fb=fwidth(v/2.9);
    float frame=max(1.0-bar(a-0.5,0.5-0.075/wide,fa),1.0-bar(b-0.47,0.445,fb));
    float r1=pick2(bay,storey), r2=pick2(bay+37.0,storey+5.0);
    bool ground=storey<0.5;
    float low=ground?0.10:0.30, top=ground?0.80:0.84;
    float window=bar(a-0.5,0.40,fa)*bar(b-(low+top)*0.5,(top-low)*0.5,fb)*step(0.12,pick2(bay+71.0,storey));
    float lit=r1<0.30?0.0:mix(0.30,1.10,pick2(bay+11.0,storey+3.0)); if(ground&&r2<0.2) lit=0.0;
    own=mix(plaster,timber,frame);
    float skirt=ground?bar(v-0.5,0.5,fb*2.9):0.0; own=mix(own,timber*(0.55+0.7*(1.0-lines(u/0.16,0.10))),skirt*(1.0-window));
    float ga=(a-0.1)/0.8, gb=(b-low)/(top-low), form=pick(0.7);
    float lattice_=form<0.4?max(lines(ga*6.0,0.085),lines(gb*(ground?7.0:5.0),0.075)):form<0.75?max(lines(ga*9.0,0.11),lines(gb*2.0,0.04)):max(lines(ga*4.0,0.055),max(lines(gb*6.0,0.06),bar(gb-0.22,0.03,fb*2.0)));
    lattice_=max(lattice_*0.86,1.0-bar(fract(ga*2.0)-0.5,0.455,fa*2.5));
    if(ground) lattice_=max(lattice_,bar(gb-0.12,0.125,fb*1.6)*0.93);
    float inside=exp(-(pow((ga-0.5-0.3*(r2-0.5))*1.6,2.0)+pow((gb-0.58)*1.25,2.0))*2.1);
    vec3 tone_=mix(vec3(1.0,0.36,0.085),vec3(1.0,0.52,0.19),pick2(bay+5.0,storey+9.0));
    glow=tone_*lit*(0.22+0.98*inside)*(0.86+0.28*noise2(vec2(u,v)*7.0));
    if(r2>0.80){ // somebody stands behind the paper
        vec2 s=vec2((ga-0.32-0.3*r1)*wide*1.2,gb*2.0);
        float who=smoothstep(0.20,0.11,length(vec2(s.x,s.y-1.12)))+smoothstep(0.34,0.20,abs(s.x)+max(s.y-0.98,0.0)*1.2)*step(s.y,1.1);
        glow*=1.0-0.55*clamp(who,0.0,1.0);
    }
    glow*=window*(1.0-lattice_*0.92);
    own=mix(own,mix(vec3(0.66,0.60,0.48)*(lit>0.0?1.0:0.45),timber*0.8,lattice_),window);
    float cloth=ground?step(0.66,pick2(bay+23.0,2.0))*bar(a-0.5,0.43,fa)*bar(b-0.74,0.13,fb)*(1.0-0.8*lines(ga*3.0,0.02)):0.0;
    vec3 dye=pick(0.45)<0.5?vec3(0.06,0.09,0.20):vec3(0.36,0.06,0.045);
    own=mix(own,dye*(0.8+0.3*noise2(vec2(u*9.0,v))),cloth); glow=mix(glow,dye*WARM*lit*0.8,cloth);
    float count=max(1.0,floor(on.z/3.3+0.5)), lu=(floor(u/on.z*count)+0.5)*on.z/count, ly=v-(high<4.0?2.4:2.2);
    warm+=0.50/(0.30+((u-lu)*(u-lu)+ly*ly)*1.15)+lit*0.40*exp(-abs(b-0.55)*2.0)*(1.0-window);
    float over=2.9*(storey+1.0), under=high-over>0.9?over-0.15:high; // what juts out over this storey: a skirt, or the eaves
    open=(0.16+0.84*smoothstep(under-0.15,under-1.25,v))*(0.6+0.4*smoothstep(0.0,0.8,v));
#elif defined(GABLE)
    own=plaster;
    own=mix(own,timber*(1.0-0.5*lines(u/0.3,0.06)),bar(v-0.75,0.80,0.03));
    float beams=max(1.0-bar(fract(v/2.9+0.03)-0.5,0.465,fwidth(v/2.9)),1.0-bar(fract(u/1.95)-0.5,0.468,fwidth(u/1.95)));
    float up=clamp((v-high)/max(fwidth(v),1e-4)+0.5,0.0,1.0); own=mix(own,timber,beams*(0.4+0.6*step(0.35,pick(0.13))));
    own=mix(own,timber*(0.7+0.5*(1.0-lines(u/0.22,0.09))),up*step(0.4,pick(0.21)));
    own=mix(own,timber*0.75,bar(v-high,0.13,fwidth(v))); // a tie beam where the boards begin
    float mid=min(high*0.62,4.6), lit=step(0.38,pick(0.91)); vec2 q=vec2(u-on.z*(0.36+0.28*pick(0.34)),v-mid);
    float hole=bar(q.x,0.62,0.02)*bar(q.y,0.55,0.02), edge=bar(q.x,0.70,0.02)*bar(q.y,0.63,0.02);
    float cross_=max(lines(q.x*4.2+0.5,0.07),lines(q.y*3.6+0.5,0.06));
    own=mix(own,timber,edge); own=mix(own,mix(vec3(0.60,0.54,0.43),timber,cross_),hole);
    glow=vec3(1.0,0.43,0.13)*hole*(1.0-cross_*0.9)*lit*(0.45+0.55*exp(-dot(q,q)*3.0));
    warm+=0.30*exp(-min(u,8.0)*0.55)*exp(-abs(v-2.3)*0.5)+0.16*lit*exp(-dot(q,q)*1.2);
    open=(0.45+0.55*smoothstep(high+2.2,high-1.2,v))*(0.65+0.35*smoothstep(0.0,1.0,v));
#elif defined(ROOF)
    float tu=u/0.27, f=fwidth(tu), k=fract(tu)-0.5, seen=1.0-smoothstep(0.30,0.85,f), rows=1.0-smoothstep(0.3,0.8,fwidth(v/0.30));
    vec3 along=normalize(cross(n,vec3(0.0,1.0,0.0))+1e-4); n=normalize(n-along*sin(k*6.2831)*0.7*seen);
    float gap=mix(1.0,0.55+0.45*smoothstep(0.0,0.30,fract(v/0.30)),rows), tile=hash2(ivec2(int(floor(tu)),int(floor(v/0.30))));
    vec3 slate=mix(vec3(0.135,0.155,0.185),vec3(0.19,0.165,0.15),step(0.6,pick(0.17)));
    own=slate*(0.75+0.5*mix(0.5,tile,seen))*gap*mix(1.0,0.60+0.40*smoothstep(0.05,0.32,abs(k)),seen)*(0.75+0.5*noise2(vec2(u,v)*0.8));
    float moss=smoothstep(0.55,0.8,fbm2(vec2(u,v)*0.7+chance*20.0,3)); own=mix(own,vec3(0.10,0.125,0.06),moss*0.4);
    gloss=0.9*gap;
#elif defined(STONE)||defined(ARCH)||defined(PAVING)
    vec3 rock=vec3(0.36,0.335,0.30);
#if defined(ARCH)
    own=rock*0.88*(0.62+0.55*hash2(ivec2(int(floor(chance*20.5)),1)))*(0.8+0.4*noise2(at.xy*3.0)); gloss=0.1;
#elif defined(PAVING)
    float ro=floor(v/0.7), cu=u/1.05+0.5*mod(ro,2.0), j=max(lines(v/0.7,0.03),lines(cu,0.02));
    own=rock*(0.65+0.5*hash2(ivec2(int(floor(cu)),int(ro))))*(0.75+0.45*fbm2(vec2(u,v)*1.4,3))*(1.0-0.5*j); gloss=0.35;
    warm+=0.60*exp(-abs(v-1.1)*0.5)*smoothstep(0.2,0.75,noise2(vec2(u*0.42,7.0+sign(at.x)*9.0)));
#else
    float rr=v/0.42, ro=floor(rr), cu=u/0.85+0.5*mod(ro,2.0)+0.17*hash2(ivec2(int(ro),3)), j=max(lines(rr,0.045),lines(cu,0.022));
    own=rock*(0.60+0.55*hash2(ivec2(int(floor(cu)),int(ro))))*(0.7+0.5*fbm2(vec2(u,v)*2.2,3))*(1.0-0.62*j);
    float wet=smoothstep(0.62,0.12,at.y+0.2*(noise2(vec2(u*0.9,3.0))-0.5));
    own=mix(own,own*0.38,wet*0.8); own=mix(own,vec3(0.075,0.105,0.05),0.55*wet*noise2(vec2(u,v)*3.0)); gloss=0.2+0.6*wet; warm+=0.05;
#endif
#elif defined(WOOD)||defined(LACQUER)||defined(MAT)
    float grain=noise2(vec2(u*9.0,v*9.0))*0.5+noise2(vec2(u*2.0,v*24.0))*0.5;
#if defined(LACQUER)
    own=vec3(0.46,0.085,0.05)*(0.6+0.6*grain); gloss=0.5;
#elif defined(MAT)
    own=vec3(0.40,0.32,0.19)*(0.55+0.3*grain+0.3*lines(v/0.12,0.25));
#else
    own=vec3(0.150,0.090,0.058)*(0.5+grain);
#endif
#elif defined(LAMP)
    float body=sqrt(max(1.0-v*v*0.92,0.0)); if(abs(u)>body*0.80||abs(v)>0.88) discard;
    float side=sqrt(max(1.0-u*u/(body*body*0.66+1e-3),0.0)), rib=1.0-0.30*lines(v*3.2,0.12), cap=step(0.72,abs(v));
    vec3 paper=chance>0.84?vec3(0.70,0.10,0.07):vec3(0.82,0.72,0.54);
    own=mix(paper*rib,vec3(0.05,0.035,0.03),cap); n=normalize(vec3(u,v*0.6,-1.0));
    vec3 fire=chance>0.84?vec3(1.0,0.20,0.07):vec3(1.0,0.46,0.14);
    glow=mix(fire*fire*0.9,fire*1.35,exp(-dot(vec2(u,v),vec2(u,v))*1.9))*rib*(0.6+0.4*side)*(1.0-cap*0.95); warm=0.0;
#elif defined(CROWN)
    vec2 q=vec2(u,v); float leaf=fbm2(q*3.6+chance*97.0,5), e=length(q*vec2(1.0,1.05))+(leaf-0.5)*1.05; if(e>0.80) discard;
    float hill=fbm2(q*5.0+chance*31.0+vec2(0.10,-0.20),4)-fbm2(q*5.0+chance*31.0,4);
    own=mix(u_crown,u_crown_other,step(0.62,chance))*(0.45+0.9*leaf+hill*1.4);
    open=clamp(0.55+0.45*v+hill*2.4,0.12,1.0); n=normalize(vec3(u*0.9+hill,0.5+v,-0.55)); warm=lamp*smoothstep(0.3,-0.9,v);
#elif defined(PAGODA)
    float bay=fract(u*3.0)-0.5, hole=bar(bay,0.30,fwidth(u*3.0))*bar(v-0.5,0.33,fwidth(v));
    own=mix(vec3(0.40,0.10,0.06),vec3(0.58,0.50,0.38),hole); glow=vec3(1.0,0.40,0.12)*hole*0.75*(1.0-0.5*lines(u*12.0,0.12)); open=0.75;
#elif defined(PEOPLE)
    float d=1e3;
    for(int i=0;i<2;i++){
        float x=i==0?-0.21:0.24, size=i==0?1.0:0.93; vec2 p=vec2(u*0.62-x,(v*0.95+0.95)/size);
        float robe=max(abs(p.x)-mix(0.27,0.15,clamp(p.y/1.30,0.0,1.0)),p.y-1.32+p.x*p.x*4.0);
        d=min(d,min(robe,length(p-vec2(0.02*(1.0-2.0*x),1.47))-0.135)); d=min(d,length((p-vec2(0.0,1.62))*vec2(1.0,1.2))-0.06);
    }
    if(d>0.0) discard;
    own=u<0.0?vec3(0.10,0.12,0.20):vec3(0.30,0.09,0.08); warm=0.25+smoothstep(-0.08,0.0,d)*1.2;
#endif
    warm+=exp(-at.y*0.52)*(0.22+0.28*clamp(0.5-n.y*0.5,0.0,1.0)); // from the lanterns on the water
    float haze=1.0-exp(-max(at.z-9.0,0.0)*0.0095);
    vec3 light=own*WARM*warm*1.55+glow;
    o_surface=vec4(sqrt(clamp(own,0.0,1.0)),1.0);
    o_shape=vec4(n.x*0.5+0.5,n.y*0.5+0.5,clamp(open,0.0,1.0),haze);
    o_lamp=vec4(sqrt(clamp(light/1.6,0.0,1.0)),clamp(gloss,0.0,1.0));
}
