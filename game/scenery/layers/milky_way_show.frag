in vec2 q; in vec2 sky; out vec4 colour; uniform sampler2D u_map,u_sky; uniform float u_bright;
void main(){
    vec3 c=texture(u_map,q).rgb; float rest=1.0-texture(u_sky,sky).a;
    float air=smoothstep(0.0,0.22,sky.y); colour=vec4(c*(u_bright*rest*(0.25+0.75*air))+dither(gl_FragCoord.xy),0.0);
}
