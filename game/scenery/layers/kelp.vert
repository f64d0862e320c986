// A stalk and its blades, each bent by the swell: blades follow their stalk, and curl by themselves. All light is
// worked out here, at the corners: weed covers much of a picture.
#include "air.glsl"
#include "sea.glsl"
in vec2 in_q; in vec4 in_root,in_blade; // root: x, height, phase, size; blade: angle, length (none: the stalk), half its width, chance
out vec4 shape; out vec3 body,rim; flat out vec2 edge;
uniform vec3 u_swell,u_blade; uniform vec2 u_curl,u_lean; uniform float u_sway,u_foot,u_height_px,u_haze,u_soft;
float sway(float s,float phase){
    return sin(u_swell.x+phase-s*2.1)*0.60+sin(u_swell.y+phase*1.7-s*3.6)*0.26+sin(u_swell.z+phase*0.3)*0.55;
}
vec2 stalk(float s){
    float phase=in_root.z, free=s*s/(0.35+s);
    float aside=(sway(s,phase)*0.17*u_sway+0.11*sin(phase*3.0))*free*in_root.w+0.028*sin(s*5.0+phase*2.3)*min(s*2.0,1.0);
    return vec2(in_root.x+aside,u_foot+s);
}
void main(){
    float u=in_q.x,v=in_q.y,px=1.0/u_height_px,chance=in_blade.w,w,turned=0.0; vec2 p;
    if(in_blade.y<=0.0){
        float s=in_root.y*u; p=stalk(s); vec2 along=normalize(stalk(s+0.02)-p);
        w=in_blade.z*(1.0-0.55*u)+px; p+=vec2(-along.y,along.x)*v*w; shape=vec4(0.5,v,0.0,0.0);
    }else{
        float side=sign(cos(in_blade.x)), sw=sway(in_root.y+0.25,in_root.z)*u_sway*2.0;
        float turn=in_blade.x+sw*0.22+0.20*sin(u_curl.y+chance*40.0);
        float curl=-side*(0.55+1.1*chance)-0.75+0.42*sin(u_curl.x-u*2.4+chance*30.0)+sw*0.45;
        float k=curl*u*0.5, chord=abs(k)>0.01?sin(k)/k:1.0, heading=turn+curl*u; // an arc of that curvature
        p=stalk(in_root.y)+in_blade.y*u*chord*vec2(cos(turn+k),sin(turn+k));
        vec2 n=vec2(-sin(heading),cos(heading)); w=in_blade.z; p+=n*v*w*1.10; turned=n.y;
        shape=vec4(pow(clamp((u-0.02)*1.021,0.0,1.0),0.72),v*1.10,u*7.3+chance*8.0,1.0);
    }
    vec2 at=vec2(p.x/u_aspect,p.y)+u_lean; vec3 blue=blue_at(clamp(at,0.002,0.998)); float l=lit_at(at),up=v*turned;
    vec3 c=u_blade*(u_ambient*(0.44+0.26*up)+u_sky_middle*0.22+u_direct*l*(0.24+0.24*up+0.10*abs(turned)+vec3(0.42,0.44,0.12)*l)); // it lets light through
    if(in_blade.y<=0.0) c=u_blade*(u_ambient*0.35+u_direct*l*(0.14+0.10*v));
    vec3 far=blue*(0.78+0.22*u_haze); body=behind(c,far,u_haze);
    float towards=smoothstep(-0.15,0.35,up); rim=(behind(c+u_direct*(u_blade*vec3(0.85,0.95,0.55)+0.08)*l*0.80,far,u_haze)-body)*towards;
    edge=vec2(w*u_height_px,1.0/(1.0+u_soft*w*u_height_px)); gl_Position=vec4(at*2.0-1.0,0.0,1.0);
}
