// One lantern: its paper lit from within and from without, and the light round it.
#include "air.glsl"
in vec2 q; flat in vec4 look; flat in vec3 tint; flat in float air_; out vec4 colour;
uniform vec3 u_paper,u_light; uniform float u_glow;
float cover(float inside){return clamp(inside/look.w+0.5,0.0,1.0);}
void main(){
#if defined(HALO)
    float e=max(1.0-dot(q,q)/7.29,0.0), g=e*e, halo=g*g*g*0.42+g*e*0.10;
#if defined(FLOATING)
    float pool=max(1.0-q.x*q.x/6.2-(q.y+1.15)*(q.y+1.15)/0.9,0.0); halo+=pool*pool*0.34; // light on the water round the foot
#endif
    colour=vec4(mix(sqrt(tint),tint,0.6)*halo*(1.0-0.5*air_)*look.x,0.0);
#else
    vec3 deep=tint*vec3(1.0,0.52,0.26), bright=tint*vec3(2.0,1.55,1.1), heart=sqrt(tint*min(u_glow,1.0))*vec3(3.0,2.7,1.9); float held=0.0, chance=look.y; vec3 c=vec3(0.0);
#if defined(FLOATING)
        // A box of paper on a board, seen a little from above, turned about itself.
        float turn=0.35+0.9*fract(chance*3.7)+look.z*0.7, ca=cos(turn), sa=sin(turn);
        float hw=0.46*(ca+sa), edge=-hw+2.0*hw*ca/(ca+sa), top=mix(0.34,0.60,fract(chance*11.0)), x=q.x/(1.0+0.10*q.y);
        float y=q.y-0.17*abs(x-edge), back=top+0.34*hw-0.17*abs(x+edge);
        float body=cover(hw-abs(x))*cover(y+0.66), front=cover(top-y), rear=cover(back-q.y);
        float fire=q.x*q.x*3.0+(q.y+0.34)*(q.y+0.34)*1.9, side=x<edge?1.0:0.84;
        c=(mix(deep,bright,exp(-fire))+heart*exp(-fire*3.4))*side;
        vec3 paper=u_paper*u_light*side;
        float along=x<edge?(x+hw)/(edge+hw):(x-edge)/(hw-edge);
        float wood=max(smoothstep(0.085,0.05,min(along,1.0-along)),max(smoothstep(0.055,0.03,abs(y-top+0.05)),smoothstep(0.07,0.045,abs(y+0.60))));
        wood=max(wood,0.6*max(smoothstep(0.030,0.014,abs(along-0.5)),smoothstep(0.03,0.014,abs(y-top*0.05))));
        c+=paper; c=mix(c,deep*0.42+u_light*vec3(0.10,0.05,0.03),wood*0.72*front);
        c=mix(mix(deep,bright,0.45)+paper*0.55,c,front);
        held=body*max(front,rear);
        float board=cover(hw*1.05-abs(q.x))*cover(0.035-abs(y+0.68)); c=mix(c,u_light*vec3(0.09,0.05,0.03)+deep*0.3,board*(1.0-held)); held=max(held,board);
#else
        // A balloon of paper over a flame, wider above, tilting slowly.
        float ct=cos(look.z), st=sin(look.z); vec2 p=mat2(ct,-st,st,ct)*q; float y=p.y;
        float wide=y<0.30?mix(0.38,0.62,smoothstep(-0.95,0.30,y)):0.62*sqrt(max(1.0-pow((y-0.30)/0.56,2.0),0.0));
        held=cover(wide-abs(p.x))*cover(y+0.80+0.05*(1.0-p.x*p.x*7.0));
        float k=clamp(p.x/max(wide,0.05),-1.0,1.0), rd=sqrt(max(1.0-k*k,0.0)), flame=exp(-(y+0.80)*0.85)*(0.55+0.45*exp(-p.x*p.x*4.0));
        c=mix(deep,bright,clamp(flame*1.25,0.0,1.0))*(0.68+0.32*rd);
        c+=u_paper*u_light*(0.45+0.40*rd+0.20*y);
        c*=1.0-0.26*smoothstep(0.10,0.02,abs(fract(asin(k)*0.955+0.5)-0.5))*smoothstep(0.10,0.03,look.w);
        c=mix(c,deep*0.3+u_light*0.05,0.7*smoothstep(0.05,0.02,abs(y+0.76)));
        c+=heart*exp(-p.x*p.x*9.0-(y+0.62)*(y+0.62)*4.5);
#endif
    c=mix(c,u_fog,air_*0.45*(1.0-0.6*min(u_glow,1.0)));
    colour=vec4(encode(c)*held,held)*look.x;
#endif
}
