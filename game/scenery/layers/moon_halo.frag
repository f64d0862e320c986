// The light round the moon: it covers much of the sky, so that it is only a power of the distance.
in vec2 q; out vec4 colour; uniform float u_reach,u_halo;
void main(){
    float fall=max(1.0-length(q)/u_reach,0.0), f=fall*fall; f*=f*fall;
    colour=vec4(vec3(0.50,0.62,0.90)*((0.075+0.19*f)*f*u_halo)+dither(gl_FragCoord.xy)*min(f*40.0,1.0),0.0);
}
