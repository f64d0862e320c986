// The valley under the light of the hour: snow, needles, ice that mirrors the sky, shadows, then the air before it.
in vec2 map; in vec2 at; in vec3 light; in vec3 fog; in vec3 open; in float near; out vec4 colour;
uniform sampler2D u_map,u_more,u_shadow,u_mirror; uniform vec3 u_snow,u_needle,u_ice,u_direct;
uniform float u_horizon_at,u_shade_ratio,u_bare,u_sparkle,u_haze,u_blink;
void main(){
    vec4 m=texture(u_map,map); if(m.a<0.004) discard; vec4 more=texture(u_more,map); m.rgb/=m.a; more.rgb/=m.a;
    float ground=smoothstep(0.10,0.40,more.b), ice=smoothstep(0.55,0.95,more.b)*u_bare;
    vec2 n=vec2(m.r*2.0-1.0,m.g); float facing=n.x*light.x+n.y*light.y+light.z*0.5;
    float shade=ground>0.0?ground*u_shade_ratio*texture(u_shadow,at).r:0.0;
    float sun=max(facing*1.16-0.16,0.0)*mix(0.55+0.45*m.g,1.0,ground); sun*=(1.0-shade)*(1.16-0.46*sun);
    vec3 body=mix(u_needle,u_snow,m.b), c=body*(open*mix(0.30+0.75*m.g,0.34+0.68*m.g+0.30*n.x*light.x,ground)+u_direct*sun);
    if(ice>0.01){
        float under=max(u_horizon_at-at.y,0.0), row=under*1.15+0.03+(n.y-0.9)*0.10;
        vec3 sky=decode(texture(u_mirror,vec2(at.x+n.x*0.05,clamp(row/(1.0-u_horizon_at),0.02,0.98))).rgb);
        vec3 clear=mix(u_ice*(open*0.40+u_direct*0.06*(1.0-shade)),sky,mix(0.80,0.55,near)); c=mix(c,clear+more.g*open*0.5,ice*0.92);
    } else if(more.g>0.04) c+=(open+u_direct*(1.0-shade))*(more.g*ground*u_sparkle*(0.6+0.5*sin(u_blink+fract(map.x*731.0+map.y*97.0)*6.28)));
    float air=more.r*u_haze; c=mix(c,fog,air);
    colour=vec4((encode(c)+dither(gl_FragCoord.xy))*m.a,m.a);
}
