// A heaped cloud's surface: its lit side, its shaded side, its base, and light through its edge.
in vec2 map; flat in float mirrored; flat in vec3 lit; flat in vec3 shade; flat in vec3 base; in vec3 light; flat in vec2 shown; in float rim;
out vec4 colour; uniform sampler2D u_map;
void main(){
    vec4 m=texture(u_map,map); if(m.a<0.01) discard;
    vec2 n=(m.rg*2.0-1.0)*vec2(mirrored,1.0);
    float sun=clamp(dot(n,light.xy)*0.72+light.z*0.66+(m.b-0.62)*0.50+0.10,0.0,1.0); sun=sun*sun*(3.0-2.0*sun);
    vec3 c=mix(base,shade,clamp(m.b*1.8-0.25,0.0,1.0)); c=mix(c,lit,sun*clamp(m.b*1.7-0.15,0.0,1.0));
    c+=(lit-c)*(1.0-m.a)*min(rim*1.2,0.8);
    float a=m.a*shown.x; colour=vec4((c+dither(gl_FragCoord.xy))*a,a);
}
