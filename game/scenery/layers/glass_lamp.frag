// The lamp in the room, faintly mirrored in the pane: a shade with its warm core, the stand under it.
in vec2 uv; out vec4 colour; uniform vec3 u_lamp; uniform vec2 u_lamp_at; uniform float u_aspect;
float shade(vec2 q,float away){return smoothstep(0.016,-0.016,max(abs(q.y)-0.036,abs(q.x)-0.048+q.y*0.40))*(0.5+0.9/(1.0+(away+0.024*q.y)*700.0));}
void main(){
    vec2 q=(uv-u_lamp_at)*vec2(u_aspect,1.0); float away=dot(q,q);
    float lamp=0.34*exp(-away*150.0)+0.16*max(1.0-away*28.0,0.0);
    lamp+=0.30*shade(q,away)+0.16*shade(q+vec2(0.013,-0.009),away); // each of the two panes mirrors it
    lamp+=0.14*smoothstep(0.0065,0.0,abs(q.x))*smoothstep(-0.030,-0.048,q.y)*smoothstep(-0.15,-0.05,q.y);
    colour=vec4(u_lamp*lamp+dither(gl_FragCoord.xy),0.0);
}
