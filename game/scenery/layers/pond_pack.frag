// The surface for reading, small: slopes and how much of the bed comes through (half); with OVER what is laid over it:
// sky and trees mirrored, more towards the far side, glints, mist. All encoded, so that no pixel of the picture needs a root.
#include "pond.glsl"
in vec2 uv; out vec4 colour; uniform sampler2D u_wave; uniform vec3 u_high,u_low,u_trees,u_glint,u_haze; uniform vec2 u_to_light; uniform float u_mirror;
void main(){
    vec4 w=texture(u_wave,uv); float far=uv.y+w.y*0.10,much=u_mirror*(0.06+0.34*far*far),slope=dot(w.xy,u_to_light),mist=w.w*(0.6+0.4*far);
#ifdef OVER
    vec3 sky=mix(u_trees,mix(u_high,u_low,far),w.z)*much+u_glint*clamp(slope-0.32,0.0,0.45)*(0.25+0.75*w.z); colour=vec4(mix(sky,u_haze,mist),1.0);
#else
    colour=vec4(w.xy/(2.0*STEEPEST)+0.5,(1.0+clamp(slope*0.19,-0.16,0.22))*(1.0-much)*(1.0-mist)*0.5,w.z);
#endif
}
