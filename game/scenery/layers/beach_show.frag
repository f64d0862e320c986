// The ground drawn out to the screen, and (GRAIN) over what of it is dry the grain of the sand, pixel by pixel.
in vec2 uv; in vec2 grain; out vec4 colour; uniform sampler2D u_picture,u_grain; uniform float u_relief;
void main(){
    vec4 c=texture(u_picture,uv);
#ifdef GRAIN
    c=vec4(c.rgb*(1.0+(texture(u_grain,grain).rgb*2.0-1.0)*((1.0-c.a)*u_relief)),1.0);
#endif
    colour=c;
}
