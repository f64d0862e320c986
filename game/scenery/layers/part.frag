// A band of the picture, copied small. Moving water never shows the disc of sun or moon whole, so it is taken out
// here: round it nothing is brighter than the sky behind. The water puts a broken path in its stead.
in vec2 uv; out vec4 colour;
uniform sampler2D u_picture,u_sky; uniform vec2 u_band,u_disc_at; uniform float u_disc,u_aspect,u_foot; // band: from, to
void main(){
    vec2 at=vec2(uv.x,mix(u_band.x,u_band.y,uv.y)); vec3 c=texture(u_picture,at).rgb;
#ifdef DISC
    vec2 off=(at-u_disc_at)*vec2(u_aspect,1.0); float r=dot(off,off);
    if(r<u_disc*u_disc){
        vec3 sky=texture(u_sky,vec2(at.x,(at.y-u_foot)/(1.0-u_foot))).rgb;
        c=mix(min(c,sky+0.02),c,smoothstep(0.55,1.0,sqrt(r)/u_disc));
    }
#endif
    colour=vec4(c,1.0);
}
