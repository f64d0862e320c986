// Open water, painted half as wide, drawn out to the canvas.
in vec2 at; out vec4 colour; uniform sampler2D u_half; uniform float u_half_top;
void main(){colour=vec4(texture(u_half,vec2(at.x,at.y/u_half_top)).rgb+dither(gl_FragCoord.xy),1.0);}
