// Window light and lamplight mixed for this hour.
in vec2 uv; out vec4 colour; uniform sampler2D u_window_map,u_lamp_map; uniform vec3 u_window,u_lamp;
void main(){
    vec4 w=texture(u_window_map,uv); vec3 l=texture(u_lamp_map,uv).rgb; float a=max(w.a,1e-3);
    vec3 c=(w.rgb*w.rgb*u_window+l*l*u_lamp)/(a*a);
    colour=vec4((encode(c)+dither(gl_FragCoord.xy))*w.a,w.a);
}
