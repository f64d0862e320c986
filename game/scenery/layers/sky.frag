// A sky by height over the horizon, with thin high cloud.
in vec2 uv; out vec4 colour;
uniform vec3 u_top,u_middle,u_low,u_horizon,u_sun;
uniform vec2 u_source; uniform float u_aspect,u_horizon_ratio,u_cloud,u_drift,u_seed,u_strength;
void main(){
    float h=clamp((uv.y-u_horizon_ratio)/(1.0-u_horizon_ratio),0.0,1.0);
    vec3 c=mix(u_horizon,u_low,smoothstep(-0.02,0.24,h));
    c=mix(c,u_middle,smoothstep(0.08,0.5,h)); c=mix(c,u_top,smoothstep(0.3,0.95,h));
    float r=length((uv-u_source)*vec2(u_aspect,1.0));
    c+=u_sun*u_strength*(exp(-r*5.0)*0.5+exp(-r*r*520.0));
    vec2 p=vec2((uv.x-0.5)*u_aspect/(h*0.9+0.32),1.9/(h+0.30)); p.x+=u_drift;
    float n=fbm2(p*vec2(1.25,4.6)+u_seed,5);
    float cloud=smoothstep(0.75-u_cloud*0.6,1.05-u_cloud*0.5,n)*smoothstep(0.0,0.14,h);
    c=mix(c,mix(u_low,u_sun,exp(-r*1.6)),cloud*0.6);
    colour=vec4(encode(c)+dither(gl_FragCoord.xy),1.0);
}
