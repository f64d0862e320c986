// A small picture of the water brought to its part of the canvas.
in vec2 uv; out vec4 colour; uniform sampler2D u_small;
void main(){colour=vec4(texture(u_small,uv).rgb+dither(gl_FragCoord.xy),1.0);}
