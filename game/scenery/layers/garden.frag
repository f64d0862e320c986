// A frame of the baked garden: its skin under sky, sun (or moon) through moving leaves, and lamp.
in vec2 uv; out vec4 colour;
uniform sampler2D u_skin,u_lit,u_form,u_leaf_shade;
uniform vec3 u_sky,u_shade,u_sun,u_lamp,u_fog,u_glow; uniform vec3 u_to_light; uniform vec4 u_reach;
uniform vec2 u_lamp_at; uniform float u_aspect,u_horizon_y,u_focal,u_eye_m,u_between,u_haze,u_wall_y,u_leaf_ratio,u_source_x,u_ready;
void main(){
    vec4 skin=texture(u_skin,uv),lit=texture(u_lit,uv); vec3 albedo=skin.rgb*skin.rgb;
    vec3 p=vec3((uv.x-0.5)*u_aspect,uv.y-u_horizon_y,u_focal)*(lit.z/u_focal); p.y+=u_eye_m;
    vec2 q=p.xz-u_to_light.xz*(p.y/u_to_light.y);
    float shade=texture(u_leaf_shade,(q-u_reach.xy)*u_reach.zw).r,light=1.0-shade*u_leaf_ratio; light=0.06+0.94*light*light;
    vec3 c=albedo*(mix(u_shade,u_sky,skin.a)*(0.22+0.78*skin.a)+u_sun*mix(lit.x,lit.y,u_between)*light+u_lamp*lit.w);
    float haze=1.0-exp(-max(lit.z-4.0,0.0)*u_haze),side=exp(-abs(uv.x-u_source_x)*2.2)*uv.y;
    c=mix(c,u_fog,haze)+u_glow*side*haze;
    float r=length((uv-u_lamp_at)*vec2(u_aspect,1.0)); c+=u_lamp*(0.05*exp(-r*r*220.0)+0.010*exp(-r*7.0));
    float cover=uv.y>u_wall_y?texture(u_form,uv).a:1.0; cover*=u_ready;
    colour=vec4((encode(c)+dither(gl_FragCoord.xy))*cover,cover);
}
