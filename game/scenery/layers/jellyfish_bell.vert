// A bell as a surface of revolution: outer skin, and the inner one with what it holds.
#include "jellyfish.glsl"
in vec3 in_skin; // along from the crown, round, 1 for the inner one
out vec4 skin; out vec4 turn; flat out vec4 kind; flat out vec3 tint;
void main(){
    float u=in_skin.x,f=in_skin.y,inner=in_skin.z,c=squeeze(u); vec2 q=profile(u,c);
    if(inner>0.5){q*=vec2(0.90,0.80); q.y+=0.02;}
    float frill=u*u*u; frill*=frill; q.x*=1.0+0.028*cos(f*16.0)*frill; if(u>0.97) q.y-=0.035*(0.5+0.5*cos(f*16.0));
    vec2 along=normalize(profile(min(u+0.03,1.03),c)-profile(u-0.03,c)+vec2(1e-5,0.0)); float lean=lean_of(0.0);
    vec3 p=turned(vec3(q.x*cos(f),q.y,q.x*sin(f)),lean), n=turned(vec3(-along.y*cos(f),along.x,-along.y*sin(f)),lean);
    skin=vec4(u,f,inner,c); turn=vec4(n.z,n.y,0.0,0.0); kind=vec4(in_kind.xy,sqrt(4.2/(in_body.z*u_height_px)),0.0); tint=tint_of(in_kind.x);
    gl_Position=placed(body_at(0.0)+p.xy*in_body.z);
}
