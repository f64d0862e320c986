// A band of a room in the light of some points: what each surface sends to the eye, all added up.
#include "room_eye.glsl"
out vec4 light;
uniform sampler2D u_skin,u_normal; uniform highp sampler2D u_away,u_shadows;
uniform vec3 u_at[8],u_facing[8],u_power[8],u_tile[8]; uniform int u_count; uniform float u_even,u_low; uniform vec2 u_fine; uniform vec4 u_box; uniform vec3 u_ambient,u_glowing;
float seen(int i,vec3 d,float r,vec2 jitter,float aslant){
    vec3 f=u_facing[i],side=normalize(abs(f.y)>0.7?cross(f,vec3(1.0,0.0,0.0)):cross(f,vec3(0.0,1.0,0.0)));
    vec3 q=vec3(dot(d,side),dot(d,cross(side,f)),dot(d,f)); vec2 at=q.xy/max(1.0+q.z,0.25)*0.5+0.5; float s=u_tile[i].z;
    ivec2 texel=ivec2(u_tile[i].xy+clamp(at*s+jitter,vec2(0.5),vec2(s-0.5)));
    return step(r,texelFetch(u_shadows,texel,0).r*1.006+0.020+0.055*aslant);
}
void main(){
    ivec2 at=clamp(ivec2(gl_FragCoord.xy)+ivec2(0,int(u_low)),ivec2(0),ivec2(u_fine)-1); float away=texelFetch(u_away,at,0).r; vec4 skin=texelFetch(u_skin,at,0);
    vec3 p=from_eye((vec2(at)+0.5)/u_fine,away),n=texelFetch(u_normal,at,0).xyz*2.0-1.0,to=normalize(u_eye-p),c=skin.rgb*skin.rgb;
    float gloss=skin.a<0.5?skin.a*2.0:0.0,fuzz=max(skin.a-0.5,0.0)*2.0,rim=pow(1.0-clamp(dot(n,to),0.0,1.0),2.4)*fuzz;
    float inside=step(abs(p.x-u_box.x),u_box.y)*step(p.y,u_box.z)*step(p.z,u_box.w-0.004)*u_even;
    vec2 jitter=(vec2(hash2(at),hash2(at+7777))-0.5)*1.6; vec3 sum=vec3(0.0); float lean=0.0;
    for(int i=0;i<u_count;i++){
        vec3 d=p-u_at[i]; float r2=dot(d,d),r=sqrt(r2); d/=r; float ahead=dot(d,u_facing[i]),face=dot(n,-d);
        float out_=mix(max(ahead,0.0),1.0,u_even),lit=max(face*0.94+0.06,0.0); vec3 edge=mix(c,vec3(0.62,0.50,0.34),0.55)*rim*(0.25+2.6*max(dot(d,to),0.0));
        float open=ahead>0.0?seen(i,d,r,jitter,1.0-max(face,0.0)):0.0;
        if(inside>0.5){vec3 from=p-vec3(mix(u_box.x,u_at[i].x,0.8),0.22+u_at[i].y*0.5,u_box.w*0.46); float l2=dot(from,from); r2=l2*5.0+0.20; face=dot(n,-from*inversesqrt(l2)); open=0.52; out_=1.0; lit=max(face,0.0)+0.015;}
        float e=out_*open/(r2+0.13); vec3 h=normalize(to-d); float shine=pow(max(dot(n,h),0.0),36.0)*gloss*2.4;
        sum+=u_power[i]*e*(c*lit+edge+shine); lean+=e*lit*sign(u_at[i].x-u_box.x)*u_power[i].g;
    }
    float ember=texelFetch(u_normal,at,0).a; sum+=c*u_ambient*(1.0+2.6*fuzz*fuzz)+u_glowing*vec3(1.0,0.22+0.40*ember,0.05+0.25*ember)*ember*ember;
    light=vec4(sum,lean*dot(c,vec3(0.4)))*step(0.01,away);
}
