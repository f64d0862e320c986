// The backdrop through the mist, with the lamp in the room faintly mirrored in the pane; alpha: droplets here.
in vec2 uv; out vec4 colour;
uniform sampler2D u_backdrop,u_blurred,u_mist; uniform vec3 u_lamp; uniform vec2 u_lamp_at; uniform float u_aspect;
void main(){
    vec3 clear=texture(u_backdrop,uv).rgb, soft=texture(u_blurred,uv).rgb; vec4 m=texture(u_mist,uv);
    vec3 c=mix(clear,soft,m.r);
    float film=1.0-m.b, even=dot(soft,vec3(0.34))+0.02; // a run's track lies on the glass: as bright as the mist beside it
    float track=0.85*smoothstep(1.0,0.7,m.a);
    c*=mix(1.0,clamp(even/(dot(c,vec3(0.34))+0.02),0.7,1.4),track);
    c+=smoothstep(0.55,0.25,m.a)*(0.04+0.22*soft)*(1.0-soft); // its wet edge
    float edge=4.0*m.b*film; // where a finger has passed: clearer, its border wet
    c=mix(vec3(dot(c,vec3(0.30,0.58,0.12))),c,1.0+0.20*film)*(1.0-0.035*film-0.035*edge);
    vec2 q=(uv-u_lamp_at)*vec2(u_aspect,1.0);
    float shade=smoothstep(0.007,-0.007,max(abs(q.y)-0.038,abs(q.x)-0.050+q.y*0.46)), foot=smoothstep(0.0035,0.0,abs(q.x))*step(q.y,-0.038)*smoothstep(-0.15,-0.05,q.y);
    float core=1.0/(1.0+(q.x*q.x+(q.y+0.012)*(q.y+0.012))*900.0);
    c+=u_lamp*((shade*(0.55+0.75*core)+0.30*foot+0.14/(1.0+dot(q,q)*30.0))*(1.0-c));
    colour=vec4(c+dither(gl_FragCoord.xy),m.g);
}
