// The lights of a room now (uniforms set by layers/room.py).
uniform sampler2D u_fire,u_window,u_candle; uniform vec3 u_fire_light,u_window_light,u_candle_light; uniform float u_sway;
vec3 lit(vec4 fire,vec3 window,vec3 candle){
    return fire.rgb*fire.rgb*u_fire_light*(1.0+(fire.a*2.0-1.0)*u_sway)+window*window*u_window_light+candle*candle*u_candle_light;
}
vec3 shown(vec4 fire,vec3 window,vec3 candle){return encode(lit(fire,window,candle))+dither(gl_FragCoord.xy);}
