// The small sky brought to the canvas, with a crisp sun.
in vec2 uv; out vec4 colour;
uniform sampler2D u_sky; uniform vec2 u_sun_at; uniform vec3 u_disc;
uniform float u_aspect,u_foot,u_radius,u_height_px,u_show;
void main(){
    vec2 at=vec2(uv.x,mix(u_foot,1.0,uv.y)); vec4 s=texture(u_sky,uv);
    float r=length((at-u_sun_at)*vec2(u_aspect,1.0));
    float disc=clamp((u_radius-r)*u_height_px*0.28+0.5,0.0,1.0)*(1.0-0.13*s.a)*u_show;
    colour=vec4(mix(s.rgb,u_disc,disc)+dither(gl_FragCoord.xy),1.0);
}
