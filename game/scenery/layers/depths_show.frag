// The small picture of the water brought to the canvas; at the top, with the underside of the surface over it.
in vec2 uv; out vec4 colour; uniform sampler2D u_small;
#ifdef SURFACE
uniform sampler2D u_net; uniform vec2 u_from,u_part; uniform vec3 u_light,u_dim; uniform vec4 u_drift; uniform float u_aspect,u_waves;
void main(){
    float k=(uv.y-u_part.x)/u_part.y, away=0.34/(k*0.26+0.062); vec2 d=(uv-u_from)*vec2(u_aspect,1.0);
    vec2 p=vec2((uv.x-0.5)*u_aspect*away,away*1.25);
    float net=min(texture(u_net,p*0.34+u_drift.xy).r,texture(u_net,p*0.41+u_drift.zw+0.4).g);
    float near=exp(-length(d*vec2(0.9,1.2))*2.5), e=smoothstep(0.02,0.9,k); e*=e;
    vec3 c=(u_light*net*net*(0.35+1.9*near)+u_dim*net*(0.15+0.4*near))*e*u_waves;
    vec3 b=texture(u_small,uv).rgb; c=b+(1.0-b)*(1.0-exp(-c)); // light over light, never glaring
    colour=vec4(c+dither(gl_FragCoord.xy),1.0);
}
#else
void main(){colour=vec4(texture(u_small,uv).rgb+dither(gl_FragCoord.xy),1.0);}
#endif
