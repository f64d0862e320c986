// The backdrop through the mist, with the room's lamp faintly in the pane; alpha: droplets here.
in vec2 uv; out vec4 colour;
uniform sampler2D u_backdrop,u_blurred,u_mist; uniform vec3 u_lamp; uniform vec2 u_lamp_at; uniform float u_aspect;
void main(){
    vec3 clear=texture(u_backdrop,uv).rgb, soft=texture(u_blurred,uv).rgb; vec3 m=texture(u_mist,uv).rgb;
    vec3 c=mix(clear*1.02,soft+u_lamp*0.10,m.r);
    float film=1.0-m.b, edge=4.0*m.b*film; // where a finger or a run has passed: clearer, its border wet
    c=max(mix(vec3(dot(c,vec3(0.30,0.58,0.12))),c,1.0+0.24*film),0.0)*(1.0-0.07*film-0.07*edge);
    vec2 p=(uv-u_lamp_at)*vec2(u_aspect,1.0);
    float shade=smoothstep(0.034,-0.034,max(abs(p.y)-0.050,abs(p.x)-0.064+p.y*0.42));
    float bulb=exp(-dot(p*vec2(1.0,1.25)+vec2(0.0,0.03),p*vec2(1.0,1.25)+vec2(0.0,0.03))*420.0);
    c+=u_lamp*(shade*(0.34+0.5*bulb)*(1.0-0.5*m.r)+0.22/(1.0+dot(p,p)*26.0)*(0.5+0.8*m.r));
    colour=vec4(encode(c)+dither(gl_FragCoord.xy),m.g);
}
