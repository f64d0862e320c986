// The surface for reading, small: slopes, how much of the bed comes through (half), and how bright what lies over it is:
// sky mirrored, more towards the far side, glints, mist. Trees mirrored are windows: there the eye sees down into the water.
#include "pond.glsl"
in vec2 uv; out vec4 colour; uniform sampler2D u_wave; uniform vec2 u_to_light; uniform float u_mirror,u_glint;
void main(){
    vec4 w=texture(u_wave,uv); float far=uv.y+w.y*0.10,slope=dot(w.xy,u_to_light),mist=w.w*(0.6+0.4*far);
    float much=min(u_mirror*(0.15+0.21*far*far)*(0.05+0.95*w.z),0.8),glint=u_glint*clamp(slope-0.32,0.0,0.45)*(0.25+0.75*w.z);
    colour=vec4(w.xy/(2.0*STEEPEST)+0.5,(1.0+clamp(slope*0.14,-0.10,0.12))*(1.0-much)*(1.0-mist)*0.5,mix(much+glint,1.0,mist*0.8));
}
