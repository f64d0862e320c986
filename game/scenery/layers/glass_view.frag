// The backdrop through the mist, with the room's lamp faintly in the pane; alpha: droplets here.
in vec2 uv; out vec4 colour;
uniform sampler2D u_backdrop,u_blurred,u_mist; uniform vec3 u_lamp;
void main(){
    vec3 clear=texture(u_backdrop,uv).rgb, soft=texture(u_blurred,uv).rgb; vec4 m=texture(u_mist,uv);
    vec3 c=mix(clear,soft,m.r);
    float film=1.0-m.b, edge=4.0*m.b*film; // where a finger or a run has passed: clearer, its border wet
    c=mix(vec3(dot(c,vec3(0.30,0.58,0.12))),c,1.0+0.20*film)*(1.0-0.035*film-0.035*edge);
    c+=u_lamp*(m.a*(1.0-c));
    colour=vec4(c+dither(gl_FragCoord.xy),m.g);
}
