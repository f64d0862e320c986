// The underside of the surface over the small picture of the water, painted half as large as it is shown.
in vec2 uv; out vec4 colour; uniform sampler2D u_small,u_net;
uniform vec2 u_from,u_part; uniform vec3 u_light,u_dim; uniform vec4 u_drift; uniform float u_aspect,u_waves;
void main(){
    float k=uv.y,away=0.34/(k*0.26+0.050); vec2 at=vec2(uv.x,u_part.x+k*u_part.y),d=(at-u_from)*vec2(u_aspect,1.0);
    vec2 p=vec2((at.x-0.5)*u_aspect*away,away*1.15);
    vec4 s=texture(u_net,p*0.23+u_drift.zw+0.4); float a=texture(u_net,p*0.25+u_drift.xy+(s.b-0.5)*0.05).r;
    float pane=a*a*a*(0.12+2.6*s.g*s.g)+0.22*smoothstep(0.30,0.62,s.b)*a*a; // a net, brighter where another crosses it, and panes it fills
    float near=1.0/(1.0+7.0*dot(d,d)),e=smoothstep(-0.05,0.95,k); e*=e*(1.6-0.6*e); near*=near;
    vec3 c=(u_light*pane*(0.28+1.25*near)+u_dim*pane*(0.55+0.6*near))*e*u_waves,b=texture(u_small,at).rgb;
    b*=1.0-min(u_waves,1.0)*e*0.34*(1.0-smoothstep(0.10,0.65,a))*(1.0-0.6*near);
    colour=vec4(b+(1.0-b)*c/(1.0+c)+dither(gl_FragCoord.xy),1.0); // light over light, never glaring
}
