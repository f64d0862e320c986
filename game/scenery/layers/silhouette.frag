// A maker's shape before the light. Premultiplied.
#include "air.glsl"
in vec2 uv,at; out vec4 colour;
uniform sampler2D u_relief; uniform vec3 u_ambient,u_direct,u_own; uniform float u_tone,u_rim,u_haze,u_mirror,u_foot_haze;
void main(){
    vec4 r=texture(u_relief,vec2(mix(uv.x,1.0-uv.x,u_mirror),uv.y));
    vec2 out_at=(r.rg*2.0-1.0)*vec2(1.0-2.0*u_mirror,1.0), way=(u_source_at-at)*vec2(u_aspect,1.0);
    float lit=max(dot(out_at,way/max(length(way),0.02)),0.0);
    vec3 c=u_own*mix(1.0,0.35+1.6*r.b,u_tone)*(u_ambient+u_direct*0.35);
    c+=u_sun*min(u_strength,1.4)*lit*u_rim*(0.10+0.75*near_light(at));
    c=mix(c,fog_at(at),clamp(u_haze+(1.0-u_haze)*u_foot_haze*exp(-uv.y*9.0),0.0,1.0));
    colour=vec4((encode(c)+dither(gl_FragCoord.xy))*r.a,r.a);
}
