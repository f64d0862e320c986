// The sun's disc, dimmed a little by the cloud before it.
in vec2 q; out vec4 colour;
uniform sampler2D u_sky; uniform vec2 u_at; uniform vec3 u_disc; uniform float u_aspect,u_radius,u_height_px,u_show,u_foot;
void main(){
    vec2 at=u_at+q*vec2(1.0/u_aspect,1.0); float cloud=texture(u_sky,vec2(at.x,(at.y-u_foot)/(1.0-u_foot))).a;
    float disc=clamp((u_radius-length(q))*u_height_px*0.28+0.5,0.0,1.0)*(1.0-0.13*cloud)*u_show;
    disc*=step(u_foot,at.y);
    colour=vec4(u_disc*disc,disc);
}
