// A range under the light of the hour: woods, rock and snow, then the air before it.
in vec2 map; in vec3 light; in vec4 haze; out vec4 colour;
uniform sampler2D u_map; uniform vec3 u_rock,u_forest,u_snow,u_ambient,u_direct; uniform float u_snow_from,u_forest_to;
float soft(float x){x=clamp(x,0.0,1.0); return x*x*(3.0-2.0*x);}
void main(){
    vec4 m=texture(u_map,map); if(m.a<0.004) discard; m.rgb/=m.a;
    vec2 n=vec2(m.r*2.0-1.0,m.g); float z=sqrt(max(1.0-dot(n,n),0.0)), over=m.b-u_snow_from;
    float sun=max(n.x*light.x+n.y*light.y+z*light.z,0.0);
    float snow=soft(over*13.0+0.5)*soft((m.g+over*0.55-0.39)*5.5), wood=1.0-soft((m.b-u_forest_to+0.05)*7.1);
    vec3 body=mix(mix(u_rock,u_forest,wood),u_snow,snow);
    vec3 c=body*(u_ambient*(0.55+0.45*n.y)+u_direct*(sun*(sun*0.58+0.26)));
    c=c*(1.0-haze.a)+haze.rgb;
    colour=vec4((encode(c)+dither(gl_FragCoord.xy))*m.a,m.a);
}
