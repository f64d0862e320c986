in vec2 q; out vec4 colour; uniform vec3 u_warm;
void main(){ float r=dot(q,q), f=max(1.0-r,0.0); colour=vec4(u_warm*(f*f*f*0.16+exp(-r*14.0)*0.10)+dither(gl_FragCoord.xy)*f,0.0); }
