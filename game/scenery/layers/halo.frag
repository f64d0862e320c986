// A soft light with a softer rim; added to what is there.
in vec2 q; out vec4 colour; uniform vec3 u_light; uniform float u_radius,u_ring,u_strength;
void main(){
    float r=length(q)/u_radius, disc=exp(-r*r*1.6), d=(r-0.86)/0.22, rim=exp(-d*d);
    float edge=smoothstep(2.0,1.3,r), l=(mix(disc,0.0,u_ring)+rim*u_ring)*edge*u_strength;
    colour=vec4(u_light*l*0.75+dither(gl_FragCoord.xy)*min(l*20.0,1.0),0.0);
}
