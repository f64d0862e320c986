// Curtains laid over the sky as light: what is shown never goes beyond white.
in vec2 uv; out vec4 colour; uniform sampler2D u_light;
void main(){ vec3 c=texture(u_light,uv).rgb; colour=vec4(c+dither(gl_FragCoord.xy)*step(0.004,c.g),1.0); }
