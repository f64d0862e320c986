// The room in the light of an hour, once with its fire low and once with it high.
uniform sampler2D u_fire,u_window,u_candle; uniform vec3 u_fire_light,u_window_light,u_candle_light; uniform vec2 u_levels;
layout(location=0) out vec4 low; layout(location=1) out vec4 high;
void main(){
    ivec2 at=ivec2(gl_FragCoord.xy); vec4 f=texelFetch(u_fire,at,0),w=texelFetch(u_window,at,0); vec3 c=texelFetch(u_candle,at,0).rgb;
    vec3 fire=f.rgb*f.rgb*u_fire_light; float much=max(fire.r,max(fire.g,fire.b));
    fire*=mix(vec3(0.50,0.46,0.92),vec3(1.10,1.02,0.92),smoothstep(0.0,0.30,much)); // gold near the fire, violet where hardly any of it comes
    vec3 still=w.rgb*w.rgb*u_window_light+c*c*u_candle_light; float d=dither(gl_FragCoord.xy);
    low=vec4(encode(still+fire*u_levels.x)+d,f.a); high=vec4(encode(still+fire*u_levels.y)+d,w.a);
}
