// Threads from the rim and frilled arms from the middle; each part is where the body was a while ago.
#include "jellyfish.glsl"
in vec2 in_q; in vec4 in_arm; // angle, length, 1 for an arm, chance
out vec4 strip; out vec2 along; flat out vec3 tint; flat out vec2 haze;
vec2 part(float s){
    float c=squeeze(1.0), arm=in_arm.z; vec2 q=arm>0.5?vec2(0.14+0.16*s,0.30):profile(1.0,c)*vec2((1.0-0.40*s)*mix(1.0,0.80+0.25*(1.0-c),s),1.0);
    vec3 p=turned(vec3(q.x*cos(in_arm.x),q.y,q.x*sin(in_arm.x)),lean_of(0.0)); float lean=lean_of(s*2.2);
    p.xy+=vec2(sin(lean)*0.85,-cos(lean))*in_arm.y*(1.0-0.05*c)*s;
    float w=u_own.x-s*mix(6.5,5.0,arm)+in_arm.w*6.0+in_arm.x*0.6, w2=u_own.x*2.0-s*9.0+in_arm.w*9.0;
    p.x+=s*(sin(w)*0.16+sin(w2)*0.05)*mix(1.15,0.8,arm)*(0.6+0.12*in_arm.y); p.y+=0.04*s*sin(w+1.0);
    return body_at(s*1.6)+p.xy*in_body.z;
}
void main(){
    float s=in_q.x,px=1.0/u_height_px; vec2 a=part(s),d=normalize(part(s+0.02)-a);
    float w=in_body.z*(in_arm.z>0.5?0.15*pow(sin(3.1416*min(s*0.86+0.12,1.0)),0.8)*(1.0-0.55*s):0.011*(1.0-0.6*s)); w=max(w,0.55*px);
    strip=vec4(s,in_q.y*(w+px)*u_height_px,w*u_height_px,in_arm.w); along=vec2(in_arm.z,sin(in_arm.x)); tint=tint_of(in_kind.x); haze=vec2(in_kind.y,u_own.x);
    gl_Position=placed(a+vec2(-d.y,d.x)*in_q.y*(w+px));
}
