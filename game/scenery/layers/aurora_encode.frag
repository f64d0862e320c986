// The light of all curtains as it is laid over a picture; WITH_SKY: laid over the small sky.
in vec2 uv; out vec4 colour; uniform sampler2D u_light; uniform float u_bright;
#ifdef WITH_SKY
uniform sampler2D u_sky;
#endif
void main(){
    vec3 light=encode(texture(u_light,uv).rgb*u_bright);
#ifdef WITH_SKY
    light+=texture(u_sky,uv).rgb*(1.0-light);
#endif
    colour=vec4(light,1.0);
}
