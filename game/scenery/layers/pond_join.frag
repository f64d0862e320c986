// Tone and tint of the bed and how it faces, in one map.
in vec2 uv; out vec4 colour; uniform sampler2D u_tones,u_slopes;
void main(){
    vec4 slope=texture(u_slopes,uv); vec2 n=slope.rg+0.5*(1.0-slope.a);
    colour=vec4(texture(u_tones,uv).rg,n);
}
