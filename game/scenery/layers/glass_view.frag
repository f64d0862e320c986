// The backdrop through the mist; alpha: droplets here.
in vec2 uv; out vec4 colour;
uniform sampler2D u_backdrop,u_blurred,u_mist;
void main(){
    vec3 clear=texture(u_backdrop,uv).rgb, soft=texture(u_blurred,uv).rgb; vec4 m=texture(u_mist,uv);
    vec3 c=mix(clear,soft,m.r);
    float run=1.0-m.a, even=(dot(soft,vec3(0.34))+0.02)/(dot(c,vec3(0.34))+0.02);
    c*=1.0+min(run*2.4,0.85)*(clamp(even,0.7,1.4)-1.0); // a run's track lies on the glass: as bright as the mist beside it,
    c+=clamp(run*3.2-1.4,0.0,1.0)*(0.06+0.22*soft)*(1.0-soft); // but for its wet edge
    float film=1.0-m.b, edge=4.0*m.b*film; // where a finger has passed: clearer, its border wet
    c=mix(vec3(dot(c,vec3(0.30,0.58,0.12))),c,1.0+0.20*film)*(1.0-0.035*film-0.035*edge);
    colour=vec4(c+dither(gl_FragCoord.xy),m.g);
}
