// Window light and lamplight mixed for this hour. SOLID: where nothing behind can be seen.
in vec2 uv; out vec4 colour; uniform sampler2D u_window_map,u_lamp_map; uniform vec3 u_window,u_lamp;
void main(){
    vec4 w=texture(u_window_map,uv); vec3 l=texture(u_lamp_map,uv).rgb;
#ifdef SOLID
    const float a=1.0;
#else
    float a=w.a, whole=1.0/max(a,0.004); w.rgb*=whole; l*=whole; // tone first, cover after, or borders would glow by day
#endif
    colour=vec4((encode(w.rgb*w.rgb*u_window+l*l*u_lamp)+dither(gl_FragCoord.xy))*a,a);
}
