// A baked town in the light of the hour. All is kept premultiplied by what of a pixel it covers.
in vec2 uv; in vec3 haze; in float warm_air; out vec4 colour;
uniform sampler2D u_surface,u_shape,u_lamp; uniform vec3 u_to_light,u_glow,u_sun,u_shade,u_fog,u_sky_middle,u_sky_low; uniform float u_lamps,u_haze,u_strength;
void main(){
    vec4 own=texture(u_surface,uv); if(own.a<0.004){colour=vec4(0.0); return;}
    vec4 shape=texture(u_shape,uv)/own.a, lamp=texture(u_lamp,uv)/own.a; own.rgb/=own.a;
    vec3 body=own.rgb*own.rgb, n=vec3(shape.xy*2.0-1.0,0.0); n.z=-sqrt(max(1.0-dot(n.xy,n.xy),0.0));
    float up=0.5+0.5*n.y, open=shape.z;
    vec3 around=mix(u_shade*0.85+u_fog*0.30,u_sky_middle*0.62+u_sky_low*0.22,up)*open;
    float facing=dot(n,u_to_light), direct=max(facing*0.88+0.12,0.0)*smoothstep(0.15,0.6,open);
    vec3 c=body*(around*1.25+haze*(0.14*open)+u_sun*u_strength*direct*1.05);
    c+=(u_sky_low*0.05+u_sky_middle*0.05+u_sun*u_strength*pow(max(facing,0.0),6.0)*0.12)*lamp.a*max(n.y,0.0);
    vec3 warm=lamp.rgb*lamp.rgb*1.6; c+=warm*warm*u_lamps*0.25+warm*u_lamps*1.05;
    float far=shape.w*u_haze; vec3 air=haze+u_glow*(u_lamps*shape.w*warm_air);
    c=mix(c,air,far)+warm*u_lamps*far*0.35;
    colour=vec4(encode(c)*own.a,own.a);
}
