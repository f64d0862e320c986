// The surface: what lies under it, bent by its slopes; sky and trees mirrored, more towards the far side; mist.
#include "air.glsl"
in vec2 uv; out vec4 colour; uniform sampler2D u_under,u_wave; uniform vec3 u_high,u_low,u_trees,u_glint; uniform vec2 u_to_light; uniform float u_mirror;
void main(){
    vec4 w=texture(u_wave,uv); vec3 c=texture(u_under,uv+w.xy*vec2(0.016/u_aspect,0.016)).rgb; c*=c*2.0;
    float far=clamp(uv.y+w.y*0.10,0.0,1.0),much=min(u_mirror*(0.055+0.30*far*far*far),0.6); vec3 sky=mix(u_trees,mix(u_high,u_low,far*far),w.z);
    c=mix(c,sky,much); float slope=dot(w.xy,u_to_light); c*=1.0+clamp(slope*0.34,-0.3,0.4); c+=u_glint*max(slope-0.34,0.0)*(0.25+0.75*w.z);
    c=mix(c,u_fog,w.w*(0.55+0.45*far));
    colour=vec4(encode(c)+dither(gl_FragCoord.xy),1.0);
}
