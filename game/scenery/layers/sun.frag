// The sun: a soft limb, yellow at its heart and orange outward, in a bloom of three radii; dimmed a little by the
// cloud before it. Premultiplied.
in vec2 q; out vec4 colour;
uniform sampler2D u_sky; uniform vec2 u_at; uniform vec3 u_disc,u_bloom; uniform float u_aspect,u_radius,u_reach,u_show,u_foot,u_haze;
void main(){
    vec2 at=u_at+q*vec2(1.0/u_aspect,1.0); float cloud=texture(u_sky,vec2(at.x,(at.y-u_foot)/(1.0-u_foot))).a;
    float r=length(q)/u_radius, disc=smoothstep(1.10,0.84,r), far=max(1.0-r*u_radius/u_reach,0.0);
    float bloom=far*far*(0.24+0.52/(1.0+r*r));
    vec3 face=mix(u_disc,u_bloom,smoothstep(0.45,1.2,r)*0.35);
    float sunk=u_haze*smoothstep(0.13,0.0,at.y-u_foot); face=mix(face,u_bloom*vec3(1.0,0.95,0.86),sunk*0.4*smoothstep(0.3,1.1,r)); disc*=1.0-sunk*mix(0.10,0.62,smoothstep(0.035,-0.03,at.y-u_foot)); bloom*=1.0+0.7*sunk;
    float show=u_show*(1.0-0.10*cloud)*step(u_foot,at.y);
    float veil=bloom*(1.0-disc);
    colour=vec4(face*disc+u_bloom*veil+dither(gl_FragCoord.xy),disc+veil*0.85)*show;
}
