// The last pass: scale to the output, a little vignette, dither. At the output's own size no filtering is needed,
// which halves the cost of the pass in software.
in vec2 uv; out vec4 colour;
uniform sampler2D u_picture; uniform float u_opacity;
void main(){
#ifdef SAME_SIZE
    vec3 c=texelFetch(u_picture,ivec2(gl_FragCoord.xy),0).rgb;
#else
    vec3 c=texture(u_picture,uv).rgb;
#endif
    vec2 v=uv-0.5;
    c*=1.0-dot(v,v)*0.34;
    colour=vec4(c+dither(gl_FragCoord.xy),u_opacity);
}
