// The underside of the surface over the small picture of the water, painted half as large as it is shown.
in vec2 uv; out vec4 colour; uniform sampler2D u_small,u_net;
uniform vec2 u_from,u_part; uniform vec3 u_light,u_dim; uniform vec4 u_drift; uniform float u_aspect,u_waves;
void main(){
    float k=uv.y,away=0.34/(k*0.26+0.062); vec2 at=vec2(uv.x,u_part.x+k*u_part.y),d=(at-u_from)*vec2(u_aspect,1.0);
    vec2 p=vec2((at.x-0.5)*u_aspect*away,away*1.25);
    float net=min(texture(u_net,p*0.34+u_drift.xy).r,texture(u_net,p*0.41+u_drift.zw+0.4).g);
    float near=1.0/(1.0+9.0*dot(d,d)),e=k*k*(3.0-2.0*k); near*=near; e*=e;
    vec3 c=(u_light*net*net*(0.35+1.9*near)+u_dim*net*(0.15+0.4*near))*e*u_waves,b=texture(u_small,at).rgb;
    colour=vec4(b+(1.0-b)*c/(1.0+c)+dither(gl_FragCoord.xy),1.0); // light over light, never glaring
}
