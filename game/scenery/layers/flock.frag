// A bird far off: two wings bent at the wrist, and a little body.
in vec2 q; in float flap; out vec4 colour; uniform vec3 u_tint; uniform float u_show,u_px;
void main(){
    float a=abs(q.x), wing=flap*(a<0.45?a*1.5:0.675-(a-0.45)*0.35)-a*a*0.18;
    float thick=mix(0.17,0.03,clamp(a,0.0,1.0))+0.10*exp(-a*a*90.0);
    float d=abs(q.y-wing)-thick, cut=clamp(0.5-d*u_px,0.0,1.0)*clamp((1.0-a)*u_px+0.5,0.0,1.0)*u_show;
    colour=vec4(sqrt(u_tint)*cut,cut);
}
