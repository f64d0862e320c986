// Window light and lamplight mixed for this hour. SOLID: where nothing behind can be seen.
in vec2 uv; out vec4 colour; uniform sampler2D u_window_map,u_lamp_map; uniform vec3 u_window,u_lamp;
void main(){
#ifdef SOLID
    vec3 w=texture(u_window_map,uv).rgb; const float a=1.0;
#else
    vec4 v=texture(u_window_map,uv); vec3 w=v.rgb; float a=v.a; // roots times cover: what is mixed of them is too
#endif
    vec3 l=texture(u_lamp_map,uv).rgb;
    colour=vec4(encode(w*w*u_window+l*l*u_lamp)+dither(gl_FragCoord.xy)*a,a);
}
