// The small sky brought to the canvas.
in vec2 uv; out vec4 colour; uniform sampler2D u_sky;
void main(){colour=vec4(texture(u_sky,uv).rgb+dither(gl_FragCoord.xy),1.0);}
