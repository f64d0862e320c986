in vec2 q; flat in float strength; out vec4 colour; uniform vec3 u_tint;
void main(){float e=max(1.0-dot(q,q),0.0); e*=e*strength; colour=vec4(u_tint*e+dither(gl_FragCoord.xy)*min(e*8.0,1.0),0.0);}
