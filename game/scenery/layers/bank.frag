// Stones of the bank, moss on them, the light of the world and of the lantern; or the lantern's roof; or its glow.
in vec2 uv,q,at; out vec4 colour; uniform sampler2D u_tones,u_slopes; uniform vec3 u_stone,u_moss,u_ambient,u_direct,u_lamp; uniform vec2 u_to_light,u_lantern; uniform float u_mirror,u_shaded;
void main(){
    vec2 way=vec2(u_mirror>0.5?-u_to_light.x:u_to_light.x,u_to_light.y);
#ifdef GLOW
    float r=length(q); colour=vec4(sqrt(u_lamp)*0.40*exp(-r*3.6)*smoothstep(1.0,0.55,r),0.0);
#elif defined LANTERN
    float turn=atan(q.y,q.x)+0.35,side=floor(turn/1.0471976+0.5)*1.0471976-0.35; vec2 dir=vec2(cos(side),sin(side)),edge=vec2(-dir.y,dir.x);
    float along=abs(dot(q,edge)),d=dot(q,dir)*(1.0-0.16*along*along),w=fwidth(d)*1.2,a=smoothstep(1.0,1.0-w,d); if(a<0.004) discard;
    float grain=fbm2(q*9.0+7.0,3),fine=noise2(q*34.0),off=along-d*0.57735,rib=step(0.26,d),ball=length(q);
    float ridge=smoothstep(0.055,0.02,abs(off))*rib,eave=smoothstep(0.84,0.88,d),curl=smoothstep(0.13,0.10,length(vec2(d-0.90,off*1.1)));
    vec2 n=dir*mix(0.30,0.80,smoothstep(0.2,0.85,d))*(1.0-0.75*eave)+(vec2(grain,fine)-0.5)*0.34+edge*sign(dot(q,edge))*ridge*clamp(off*26.0,-1.0,1.0)*0.35;
    if(curl>0.01) n=mix(n,(dir*(d-0.90)+edge*sign(dot(q,edge))*off)*8.0,curl);
    float shadow=1.0-0.45*smoothstep(0.36,0.24,length(q+way*0.13)),tone=(0.50+0.62*grain+0.18*(fine-0.5))*mix(1.0,1.06,max(ridge,curl))*(1.0+0.16*eave)*(1.0-0.45*smoothstep(0.05,0.0,abs(d-0.83)));
    if(ball<0.25){n=q/0.25*1.1; shadow=1.0; tone*=1.15;} else if(ball<0.30) tone*=0.6;
    float moss=smoothstep(0.47,0.64,fbm2(q*3.0+21.0,3)+0.10*dot(dir,-way)+0.08*eave); vec3 body=mix(u_stone*tone*0.66,u_moss*tone*(0.45+0.5*fine),moss*0.85);
    vec3 c=body*(u_ambient*(0.7+0.3*shadow)+u_direct*shadow*max(0.50+1.15*dot(n,way),0.04))+u_lamp*smoothstep(0.93,1.0,d)*0.5; colour=vec4(encode(c)*a,a);
#else
    vec4 t=texture(u_tones,uv); if(t.a<0.004) discard; vec4 s=texture(u_slopes,uv); vec2 tint=t.rg/t.a,n=s.a>0.01?s.rg/s.a*2.0-1.0:vec2(0.0);
    float grown=smoothstep(0.42,0.05,tint.y); float tuft=s.a>0.01?s.b/s.a:0.5; n+=grown*(tuft-0.5)*0.5;
    vec3 body=mix(u_stone*tint.x*(0.4+tint.x)*1.5,u_moss*(0.32+0.75*tint.x)*(0.55+0.75*tuft),grown)*min(tint.x*4.0,1.0);
    vec2 off=at-u_lantern; float away=length(off); vec3 lamp=u_lamp.r<0.004?vec3(0.0):u_lamp*exp(-away*7.0)*2.2*max(0.45-dot(n,off)/max(away,0.02),0.0);
    body*=1.0-0.62*u_shaded*smoothstep(0.135,0.055,length(off+way*0.040));
    vec3 c=body*(u_ambient*1.05+u_direct*max(0.62+1.25*dot(n,way),0.05)+lamp); colour=vec4(encode(c)*t.a,t.a);
#endif
}
