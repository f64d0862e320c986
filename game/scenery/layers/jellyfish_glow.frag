// The water round a jellyfish takes some of its light.
in vec2 q; flat in vec4 glow; out vec4 colour; uniform float u_glow;
void main(){
    float d=dot(q,q),e=max(1.0-d,0.0); e*=e;
    colour=vec4(glow.rgb*e*(0.17/(1.0+d*5.0))*glow.a*u_glow+dither(gl_FragCoord.xy)*e,0.0);
}
