// The curtain: a quiet dark over everything, dithered so that no step of its fade shows.
in vec2 uv; out vec4 colour;
uniform float u_closed;
void main(){colour=vec4(vec3(0.016,0.018,0.026)*u_closed,clamp(u_closed+dither(gl_FragCoord.xy),0.0,1.0));}
