// What a fire throws on the ground about it.
in vec2 q; in vec2 more; in float size; out vec4 colour; uniform vec3 u_warm;
void main(){ float r=dot(q,q), g=exp(-r*13.0)*0.85+exp(-r*4.0)*0.30; g*=smoothstep(1.0,0.6,r); colour=vec4(sqrt(u_warm*g*g+0.0)+dither(gl_FragCoord.xy)*step(0.002,g),0.0); }
