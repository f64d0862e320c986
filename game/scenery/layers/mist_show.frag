in vec2 uv; out vec4 colour; uniform sampler2D u_mist; uniform vec2 u_shift;
void main(){colour=texture(u_mist,uv+u_shift); colour.rgb+=dither(gl_FragCoord.xy)*colour.a;}
