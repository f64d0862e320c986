// The view painted by itself, where no glass stands before it.
in vec2 uv; out vec4 colour; uniform sampler2D u_view;
void main(){colour=vec4(texture(u_view,uv).rgb+dither(gl_FragCoord.xy),1.0);}
