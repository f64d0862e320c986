// A bell as a surface of revolution: outer skin, and the inner one with what it holds. Its light is worked out here.
#include "jellyfish.glsl"
in vec3 in_skin; // along from the crown, round, 1 for the inner one
out vec3 plain,marked; out vec4 skin; flat out float soft;
uniform vec3 u_above,u_fade; uniform float u_glow;
vec3 tone(vec3 c){return sqrt(c*c*0.46+c*0.080);}
void main(){
    float u=in_skin.x,f=in_skin.y,inner=in_skin.z,c=squeeze(u); vec2 q=profile(u,c);
    if(inner>0.5){q*=vec2(0.90,0.80); q.y+=0.02;}
    float frill=u*u*u; frill*=frill; q.x*=1.0+0.028*cos(f*16.0)*frill; if(u>0.97) q.y-=0.035*(0.5+0.5*cos(f*16.0));
    vec2 along=normalize(profile(min(u+0.03,1.03),c)-profile(u-0.03,c)+vec2(1e-5,0.0)); float lean=lean_of(0.0);
    vec3 p=turned(vec3(q.x*cos(f),q.y,q.x*sin(f)),lean), n=turned(vec3(-along.y*cos(f),along.x,-along.y*sin(f)),lean);
    float edge=pow(1.0-min(abs(n.z),1.0),2.2),up=clamp(n.y,0.0,1.0),haze=in_kind.y; vec3 tint=tint_of(in_kind.x),fade=mix(vec3(1.0),u_fade,haze)*(1.0-haze*0.62);
    float a=0.17+0.20*edge;
    if(inner<0.5){
        plain=tint*(0.045+0.50*edge)*(0.35+0.75*clamp(n.y*0.6+0.4,0.0,1.0))*u_glow+(0.45*tint+0.55*u_above)*edge*up*0.52+u_above*up*up*up*up*up*0.04;
        marked=tint*(0.45+edge)*u_glow*0.26;
    }else{
        plain=tint*(0.05+0.26*edge)*u_glow; marked=(0.55*tint+0.45*vec3(1.0,0.66,0.70))*0.80*u_glow; a=0.17;
    }
    plain*=fade; marked=tone(plain+marked*fade); plain=tone(plain); marked-=plain; a*=1.0-haze*0.8; skin=vec4(f*0.15915494,u*0.5+inner*0.5,abs(n.z),a); soft=1.0/(sqrt(4.2/(in_body.z*u_height_px))+0.02);
    gl_Position=placed(body_at(0.0)+p.xy*in_body.z);
}
