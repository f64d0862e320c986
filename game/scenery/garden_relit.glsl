// A frame of the baked garden: its skin under sky, sun (or moon) through moving leaves, and lamp (LAMPS; GLOW round
// the flame). Where it stands before what is behind the wall (RIM) its rim is laid over that. Cases are programs of
// their own, for a branch costs more here than what it would leave out.
in vec2 uv; in vec3 near; in vec2 shaded; in vec3 air; out vec4 colour;
uniform sampler2D u_skin,u_lit,u_form,u_leaf_shade;
uniform vec3 u_sky,u_shade,u_sun,u_lamp; uniform vec2 u_lamp_at,u_shade_from;
uniform float u_aspect,u_between,u_haze,u_leaf_ratio,u_ready,u_moon;
void main(){
    // Both maps are read unfiltered, pixel by pixel: a software driver is quicker at that than at texelFetch.
    vec4 skin=textureLod(u_skin,uv,0.0),lit=textureLod(u_lit,uv,0.0);
    float z=lit.w/max(near.x,max(near.y,near.z)),light=1.0-texture(u_leaf_shade,shaded*z+u_shade_from).r*u_leaf_ratio;
    vec3 body=skin.rgb*skin.rgb; float direct=mix(lit.x,lit.y,u_between)*(0.06+0.94*light*light);
#ifdef LAMPS
    // Eyes used to the lamp see nothing of the moon beside it; far from it they see hardly any colour.
    float lamp=lit.z*lit.z*8.0,dark=u_moon*(1.0-min(lamp*1.3,1.0)); direct*=1.0-u_moon+dark;
    body=mix(body,vec3(dot(body,vec3(0.30,0.55,0.15))),0.62*dark);
#endif
    vec3 c=mix(u_shade,u_sky,skin.a)*(0.22+0.78*skin.a)+u_sun*direct;
#ifdef LAMPS
    c+=u_lamp*lamp;
#endif
    c=mix(body*c,air,max(z*u_haze-4.0*u_haze,0.0));
#ifdef GLOW
    vec2 d=(uv-u_lamp_at)*vec2(u_aspect,1.0); float r=dot(d,d); float fade=max(1.0-8.0*r,0.0); c+=u_lamp*(fade*fade*(0.36/(1.0+3600.0*r+900000.0*r*r)+0.050/(1.0+130.0*r+4000.0*r*r)));
#endif
#ifdef RIM
    float cover=textureLod(u_form,uv,0.0).a*u_ready;
#else
    float cover=u_ready;
#endif
    colour=vec4((encode(c)+dither(gl_FragCoord.xy))*cover,cover);
}
