// A crag in a sea of cloud: rock and trees under the light of the hour, its foot in the cloud.
in vec2 map; in vec3 light; in vec4 haze; in vec3 hand; out vec4 colour;
uniform sampler2D u_sheet; uniform vec3 u_rock,u_forest,u_ambient,u_direct; uniform float u_drown;
void main(){
    vec4 m=texture(u_sheet,vec2(map.x,map.y)); if(m.a<0.004) discard;
    vec2 n=vec2((m.r*2.0-1.0)*hand.y,m.g); float z=sqrt(max(1.0-dot(n,n),0.0));
    float sun=max(n.x*light.x+n.y*light.y+z*light.z,0.0), wood=step(m.b,0.28);
    vec3 body=mix(u_rock*(m.b*m.b*1.5),u_forest*(0.35+3.0*m.b),wood);
    vec3 c=body*(u_ambient*(0.55+0.45*n.y)+u_direct*(sun*(sun*0.55+0.30)));
    float low=smoothstep(0.34,0.02,hand.x)*u_drown; float a=haze.a+(1.0-haze.a)*low*0.55;
    c=c*(1.0-a)+haze.rgb/max(haze.a,0.01)*a;
    colour=vec4((encode(c)+dither(gl_FragCoord.xy))*m.a,m.a);
}
