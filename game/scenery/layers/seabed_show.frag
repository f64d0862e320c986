// Sand, painted a third as large, brought to the canvas.
in vec2 uv; out vec4 colour; uniform sampler2D u_sand;
void main(){vec4 c=texture(u_sand,uv); colour=c+vec4(vec3(dither(gl_FragCoord.xy)*c.a),0.0);}
