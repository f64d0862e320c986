// A frame of the baked garden: its skin under sky, sun (or moon) through moving leaves, and lamp (LAMPS). Where it
// stands before what is behind the wall (RIM) its rim is laid over that. Cases are programs of their own, for a
// branch costs more here than what it would leave out.
in vec2 uv; out vec4 colour;
uniform sampler2D u_skin,u_lit,u_form,u_leaf_shade;
uniform vec3 u_sky,u_shade,u_sun,u_lamp,u_air_left,u_air_right; uniform vec4 u_reach; uniform vec2 u_lamp_at,u_shade_slope;
uniform vec2 u_bare[2]; uniform float u_aspect,u_horizon_y,u_focal,u_eye_m,u_between,u_haze,u_leaf_ratio,u_ready;
void main(){
    ivec2 at=ivec2(gl_FragCoord.xy); vec4 skin=texelFetch(u_skin,at,0),lit=texelFetch(u_lit,at,0);
    float x=(uv.x-0.5)*u_aspect/u_focal,z=lit.w/max((u_horizon_y-uv.y)/(u_focal*u_eye_m),max(u_bare[0].x*x+u_bare[0].y,u_bare[1].x*x+u_bare[1].y)),per=z/u_focal;
    vec2 q=vec2((uv.x-0.5)*u_aspect*per,z)-u_shade_slope*(u_eye_m+(uv.y-u_horizon_y)*per);
    float light=1.0-texture(u_leaf_shade,(q-u_reach.xy)*u_reach.zw).r*u_leaf_ratio; light=0.06+0.94*light*light;
    vec3 c=mix(u_shade,u_sky,skin.a)*(0.22+0.78*skin.a)+u_sun*(mix(lit.x,lit.y,u_between)*light);
#ifdef LAMPS
    c+=u_lamp*(lit.z*lit.z*8.0);
#endif
    c=mix(skin.rgb*skin.rgb*c,mix(u_air_left,u_air_right,uv.x),max(z-4.0,0.0)*u_haze);
#ifdef LAMPS
    vec2 d=(uv-u_lamp_at)*vec2(u_aspect,1.0); float r=dot(d,d); c+=u_lamp*(0.10/(1.0+900.0*r+160000.0*r*r)+0.055/(1.0+130.0*r+4000.0*r*r));
#endif
#ifdef RIM
    float cover=texelFetch(u_form,at,0).a*u_ready;
#else
    float cover=u_ready;
#endif
    colour=vec4((encode(c)+dither(gl_FragCoord.xy))*cover,cover);
}
