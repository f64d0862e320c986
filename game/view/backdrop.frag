// What stands in for a world until it is ready: its own sky and ground, out of focus and dim.
in vec2 uv; out vec4 colour;
uniform vec3 u_sky_top,u_sky_middle,u_sky_low,u_fog,u_shade; uniform float u_light,u_horizon_ratio;
void main(){
    float up=(uv.y-u_horizon_ratio)/max(1.0-u_horizon_ratio,0.2);
    float down=(u_horizon_ratio-uv.y)/max(u_horizon_ratio,0.2);
    vec3 sky=mix(u_sky_low,u_sky_middle,smoothstep(0.0,0.55,up)); sky=mix(sky,u_sky_top,smoothstep(0.45,1.1,up));
    vec3 ground=mix(u_fog,u_shade,smoothstep(0.0,1.0,down)*0.6);
    vec3 c=mix(sky,ground,smoothstep(-0.10,0.10,u_horizon_ratio-uv.y));
    vec2 v=uv-0.5;
    colour=vec4(encode(c*u_light)*(1.0-dot(v,v)*0.5)+dither(gl_FragCoord.xy),1.0);
}
