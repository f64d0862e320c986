// Window light and lamplight mixed for this hour. SOLID: where nothing behind can be seen, at half the cost.
in vec2 uv; out vec4 colour; uniform sampler2D u_window_map,u_lamp_map; uniform vec3 u_window,u_lamp;
void main(){
#ifdef SOLID
    vec3 w=texture(u_window_map,uv).rgb, l=texture(u_lamp_map,uv).rgb;
    colour=vec4(encode(w*w*u_window+l*l*u_lamp)+dither(gl_FragCoord.xy),1.0);
#else
    vec4 w=texture(u_window_map,uv); vec3 l=texture(u_lamp_map,uv).rgb; float a=max(w.a,1e-3);
    vec3 c=(w.rgb*w.rgb*u_window+l*l*u_lamp)/(a*a);
    colour=vec4((encode(c)+dither(gl_FragCoord.xy))*w.a,w.a);
#endif
}
