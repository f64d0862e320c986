// A tent of heavy cloth on its pole, in heights of it: two sides of the roof, an open flap, ropes; lit from within.
#include "air.glsl"
in vec2 q; in vec2 more; in float size; out vec4 colour;
uniform vec3 u_cloth,u_way,u_glow,u_ambient,u_direct; uniform float u_fire;
float cover(float d,float px){ return clamp(0.5-d/px,0.0,1.0); }
void main(){
    float px=max(fwidth(q.y),0.001)*1.2, side=more.x; vec2 p=vec2(q.x*side,q.y);
    float sag=0.10*sin(clamp(p.y,0.0,1.0)*3.1416), wide=mix(1.16,0.03,clamp(p.y,0.0,1.0))-sag;
    float fold=noise2(vec2(p.x*7.0/(wide+0.2)+more.y*9.0,p.y*1.3));
    float body=cover(max(abs(p.x)-wide,max(p.y-1.0,-p.y-0.03+0.03*sin(p.x*5.0+more.y))),px);
    float ridge=0.30*(1.0-p.y); bool front=p.x>-ridge; // the front panel, towards the fire, and the shaded side
    vec3 n=front?normalize(vec3(0.45*side,0.35,-0.82)):normalize(vec3(-0.85*side,0.40,-0.35));
    float sun=max(dot(n,u_way),0.0), inside=exp(-dot(p-vec2(0.05,0.18),p-vec2(0.05,0.18))*1.3);
    vec3 c=u_cloth*(u_ambient*(0.45+0.4*p.y)+u_direct*sun*1.1)*(0.86+0.28*fold);
    c+=u_glow*u_cloth*(0.10+0.95*inside)*(front?1.0:0.62)*(0.75+0.5*fold);
    c+=u_glow*u_fire*u_cloth*(front?0.30:0.04)*smoothstep(-0.5,1.2,p.x)*(1.0-0.6*p.y);
    float door=cover(abs(p.x-0.22)-0.20*(1.0-p.y/0.62),px*1.5)*step(p.y,0.62)*step(0.0,p.y);
    c=mix(c,u_glow*(1.25-0.9*p.y)+u_cloth*u_ambient*0.12,door);
    float pole=cover(max(abs(p.x)-0.012,max(p.y-1.13,0.9-p.y)),px);
    vec2 r=vec2(abs(p.x),p.y); float rope=cover(abs((r.x-0.55)*0.66+(r.y-0.56)*0.75)-0.004,px)*step(0.0,r.y)*step(0.56,r.x)*step(r.x,1.30)*0.6;
    float lean=cover(max(abs(p.y+0.015)-0.03,abs(p.x)-1.2),0.06)*0.55; // where it meets the sand
    float other=max(pole,rope)*(1.0-body), a=max(max(body,other),lean*(1.0-body)*step(p.y,0.03));
    vec3 thin=u_cloth*(u_ambient*0.3+u_direct*0.2); vec3 shown=body>0.0?mix(thin,c,body/max(max(body,other),0.01)):(other>lean?thin:u_ambient*0.08);
    shown=mix(shown,fog_at(vec2(0.5,u_horizon_ratio)),0.04);
    colour=vec4((encode(shown)+dither(gl_FragCoord.xy))*a,a);
}
