// The fine pixels round each of a light's map, the near ones most (so that nearly level edges are soft): colour as the
// root, and how much more comes from the right; or how open it is, and by the fire how much stands before the flames.
#include "room_eye.glsl"
out vec4 colour; uniform highp sampler2D u_band,u_away; uniform int u_low; uniform float u_way; uniform vec2 u_fine; uniform vec4 u_fire;
void main(){
    ivec2 to=ivec2(gl_FragCoord.xy),at=to*2,most=ivec2(u_fine)-1; vec3 sum=vec3(0.0); float lean=0.0,total=0.0,open=0.0,before=0.0;
    vec2 uv=gl_FragCoord.xy*2.0/u_fine; float by_fire=step(u_fire.x,uv.x)*step(uv.x,u_fire.y)*step(uv.y,u_fire.z);
    for(int k=0;k<16;k++){
        ivec2 o=clamp(at+ivec2(k&3,k>>2)-1,ivec2(0),most); vec4 v=texelFetch(u_band,o-ivec2(0,u_low*2-1),0); float near=texelFetch(u_away,o,0).r;
        vec2 w=0.5-abs(vec2(k&3,k>>2)-1.5)*0.25; float share=w.x*w.y; vec3 c=v.rgb/(1.0+v.rgb*0.42);
        sum+=c*share; lean+=v.a*share; total+=dot(v.rgb,vec3(0.4))*share; open+=step(near,0.01)*share;
        before+=step(0.01,near)*step(u_fire.w,from_eye((vec2(o)+0.5)/u_fine,near).z)*share;
    }
    float way=clamp(lean/(total+1e-4)*1.4,-1.0,1.0);
    colour=vec4(sqrt(sum/1.4)+dither(gl_FragCoord.xy),mix(mix(open,before,by_fire),0.5+0.5*way,u_way));
}
