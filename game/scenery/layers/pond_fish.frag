// A koi in the light of the bed, behind the water over it; with SHADOW only what it keeps from the bed.
in vec2 coat,at; in vec2 seen; flat in vec4 through; out vec4 colour; uniform sampler2D u_coats,u_light;
uniform vec3 u_water,u_ambient,u_direct;
void main(){
    vec4 a=texture(u_coats,coat); if(a.a<0.004) discard;
#ifdef SHADOW
    colour=vec4(a.a);
#else
    vec4 l=texture(u_light,at); vec3 c=a.rgb/a.a; c*=c; float direct=mix(0.62,l.r*2.0,0.45);
    c*=u_ambient*1.05+u_direct*direct*clamp(1.0+seen.x*1.6,0.45,1.5);
    c=c*through.rgb+u_water*(u_ambient*0.9+u_direct*0.3)*(1.0-through.r)*0.55;
    colour=vec4(encode(c)*a.a,a.a);
#endif
}
