// One quad a firefly: itself, or (CAST) the light that falls on what is behind it.
in vec2 in_corner; in vec4 in_fly; in float in_hue; // place on the screen, nearness, brightness
out vec2 q; out vec3 tint;
uniform float u_aspect,u_height_px,u_size,u_glow; uniform vec2 u_lean; uniform vec3 u_colour,u_other;
void main(){
    float b=in_fly.w*u_glow,near=in_fly.z; q=in_corner; tint=mix(u_colour,u_other,in_hue)*b;
#ifdef CAST
    float r=u_size*u_height_px*(0.30+0.80*near); tint=vec3(tint.r*1.25,tint.g*0.95,tint.b*0.8)*1.05;
    if(b<0.02) r=0.0;
#else
    float r=max(u_size*u_height_px*mix(0.16,1.0,near*near)*(0.75+0.25*in_fly.w),1.3); tint*=mix(0.55,1.0,near);
    if(b<0.012) r=0.0;
#endif
    vec2 at=in_fly.xy+u_lean; gl_Position=vec4((at+in_corner*r/vec2(u_aspect*u_height_px,u_height_px))*2.0-1.0,0.0,1.0);
}
