// A small bright heart in a soft halo; or the light it casts, which what is there takes up in its own colour.
in vec2 q; in vec3 tint; out vec4 colour;
void main(){
    float e=max(1.0-dot(q,q),0.0),g=e*e;
#ifdef CAST
    colour=vec4(tint*g*(0.25+0.75*g),0.0);
#else
    g*=g; float heart=g*g; heart*=heart; heart*=e*e;
    colour=vec4(tint*(g*g*0.40+heart*0.75)+vec3(1.0,0.97,0.86)*(heart*heart*0.55*max(tint.r,tint.g)),0.0);
#endif
}
