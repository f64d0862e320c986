// Light from a window: on the snow before it (LYING: seen in perspective), or in the air about it.
in vec2 in_corner; in vec4 in_low; in vec4 in_high; out vec2 q; uniform float u_aspect,u_margin; uniform vec2 u_lean;
#ifdef LYING
uniform float u_horizon_at;
#endif
void main(){
    q=in_corner; vec2 p=mix(mix(in_low.xy,in_low.zw,in_corner.x*0.5+0.5),mix(in_high.xy,in_high.zw,in_corner.x*0.5+0.5),in_corner.y*0.5+0.5);
    float far=1.0;
#ifdef LYING
    far=0.2/max(u_horizon_at-p.y,0.02);
#endif
    gl_Position=vec4(((vec2(p.x/u_aspect-u_margin,p.y)+u_lean)*2.0-1.0)*far,0.0,far);
}
