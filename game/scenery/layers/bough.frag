// A bough close by: wood, and leaves or flowers from a deep to a bright colour, with the light through them.
in vec2 map; in vec4 lit; in vec4 haze; out vec4 colour;
uniform sampler2D u_map; uniform vec3 u_wood,u_deep,u_bright,u_ambient,u_direct;
void main(){
    vec4 m=texture(u_map,map); if(m.a<0.004) discard; m.rgb/=m.a;
    float leaf=smoothstep(0.08,0.22,m.b),side=(m.r-0.5)*lit.y;
    float sun=clamp(0.36+side*0.8+lit.x*0.25,0.0,1.0)*m.g,through=leaf*(0.10+0.26*(1.0-m.g)+0.5*lit.z*m.g);
    vec3 body=mix(u_wood,mix(u_deep,u_bright,clamp((m.b-0.25)/0.75,0.0,1.0)),leaf);
    vec3 c=body*(u_ambient*(0.26+0.90*m.g)+u_direct*(sun*1.05+through));
    c=c*(1.0-haze.a)+haze.rgb;
    colour=vec4(encode(c)*m.a,m.a);
}
