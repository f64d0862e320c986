// The last pass: scale to the output, a little vignette, dither.
in vec2 uv; out vec4 colour;
uniform sampler2D u_picture; uniform float u_opacity;
void main(){
    vec3 c=texture(u_picture,uv).rgb; vec2 v=uv-0.5;
    c*=1.0-dot(v,v)*0.34;
    colour=vec4(c+dither(gl_FragCoord.xy),u_opacity);
}
