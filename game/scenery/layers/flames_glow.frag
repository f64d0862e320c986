// What the air round a fire, or round a candle, shines.
in vec2 uv,q; out vec4 colour; uniform vec3 u_colour; uniform float u_glow;
void main(){vec2 d=q*2.0-1.0; float r2=dot(d,d),f=max(1.0/(1.0+r2*8.0)-0.111,0.0); f*=f*smoothstep(1.0,0.5,r2); colour=vec4(u_colour*f*u_glow+dither(gl_FragCoord.xy),0.0);}
