// The surface: what lies under it, bent by its slopes; sky and trees mirrored, more towards the far side; mist. All
// colours come encoded and stay so: nothing here is worth a root for each pixel.
#include "pond.glsl"
in vec2 uv; out vec4 colour; uniform sampler2D u_under,u_wave; uniform vec3 u_high,u_low,u_trees,u_glint,u_haze; uniform vec2 u_to_light,u_bend; uniform float u_mirror;
void main(){
    vec4 w=texture(u_wave,uv); vec2 tilt=slope_of(w); vec3 c=texture(u_under,uv+tilt*u_bend).rgb;
    float far=uv.y+tilt.y*0.10,much=u_mirror*(0.06+0.34*far*far),slope=dot(tilt,u_to_light);
    c+=c*clamp(slope*0.19,-0.16,0.22)+u_glint*max(slope-0.32,0.0)*(0.25+0.75*w.z);
    c=mix(c,mix(u_trees,mix(u_high,u_low,far),w.z),much); colour=vec4(mix(c,u_haze,w.w*(0.6+0.4*far)),1.0);
}
