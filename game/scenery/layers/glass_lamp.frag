// The lamp in the room, faintly mirrored in the pane: a shade with its warm core, the stand under it.
in vec2 uv; out vec4 colour; uniform vec3 u_lamp; uniform vec2 u_lamp_at; uniform float u_aspect;
void main(){
    vec2 q=(uv-u_lamp_at)*vec2(u_aspect,1.0); float away=dot(q,q);
    float lamp=0.16*max(1.0-away*28.0,0.0);
    lamp+=smoothstep(0.007,-0.007,max(abs(q.y)-0.038,abs(q.x)-0.050+q.y*0.46))*(0.55+0.75/(1.0+(away+0.024*q.y)*900.0));
    lamp+=0.30*smoothstep(0.0035,0.0,abs(q.x))*step(q.y,-0.038)*smoothstep(-0.15,-0.05,q.y);
    colour=vec4(u_lamp*lamp+dither(gl_FragCoord.xy),0.0);
}
