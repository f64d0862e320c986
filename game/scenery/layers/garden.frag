// A frame of the baked garden: its skin under sky, sun (or moon) through moving leaves, and lamp. Above the wall
// (RIM) its rim is laid over what stands behind. Falls here are rational, not exponential: they cost half as much.
in vec2 uv; out vec4 colour;
uniform sampler2D u_skin,u_lit,u_form,u_leaf_shade;
uniform vec3 u_sky,u_shade,u_sun,u_lamp,u_fog,u_glow,u_to_light; uniform vec4 u_reach;
uniform vec2 u_lamp_at; uniform float u_aspect,u_horizon_y,u_focal,u_eye_m,u_between,u_haze,u_leaf_ratio,u_source_x,u_ready;
uniform bool u_night;
void main(){
    ivec2 at=ivec2(gl_FragCoord.xy); vec4 skin=texelFetch(u_skin,at,0),lit=texelFetch(u_lit,at,0);
    vec3 albedo=skin.rgb*skin.rgb,p;
    float z=min(u_eye_m*u_focal/max(u_horizon_y-uv.y,1e-3),12.0)*lit.w;
    p=vec3((uv.x-0.5)*u_aspect,uv.y-u_horizon_y,u_focal)*(z/u_focal); p.y+=u_eye_m;
    vec2 q=p.xz-u_to_light.xz*(p.y/u_to_light.y);
    float light=1.0-texture(u_leaf_shade,(q-u_reach.xy)*u_reach.zw).r*u_leaf_ratio; light=0.06+0.94*light*light;
    vec3 c=albedo*(mix(u_shade,u_sky,skin.a)*(0.22+0.78*skin.a)+u_sun*(mix(lit.x,lit.y,u_between)*light)+u_lamp*(lit.z*lit.z*8.0));
    float far=max(z-4.0,0.0)*u_haze,haze=far/(1.0+far),x=uv.x-u_source_x;
    c=mix(c,u_fog+u_glow*(uv.y/(1.0+6.0*x*x)),haze);
    if(u_night){vec2 d=(uv-u_lamp_at)*vec2(u_aspect,1.0); float r=dot(d,d); c+=u_lamp*(0.06/(1.0+900.0*r+160000.0*r*r)+0.012/(1.0+60.0*r));}
#ifdef RIM
    float cover=texelFetch(u_form,at,0).a*u_ready;
#else
    float cover=u_ready;
#endif
    colour=vec4((encode(c)+dither(gl_FragCoord.xy))*cover,cover);
}
