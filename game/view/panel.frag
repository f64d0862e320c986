// Letters over a soft scrim: white on at least two thirds of near-black, so that they read over any picture.
in vec2 uv; out vec4 colour;
uniform sampler2D u_text; uniform vec2 u_size; uniform float u_opacity,u_scrim,u_soft;
void main(){
    vec2 from_edge=min(uv,1.0-uv)*u_size;
    vec2 q=max(u_soft-from_edge,0.0)/u_soft;
    float scrim=u_scrim*(1.0-smoothstep(0.0,1.0,length(q)));
    float ink=texture(u_text,uv).r;
    float alpha=clamp(max(scrim,ink)+dither(gl_FragCoord.xy)*step(0.002,scrim),0.0,1.0)*u_opacity;
    colour=vec4(mix(vec3(0.02,0.022,0.03),vec3(0.96,0.95,0.92),ink)*alpha,alpha);
}
