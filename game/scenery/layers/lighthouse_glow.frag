// The light of a lamp in the air about it, added.
in vec2 q; out vec4 colour; uniform vec3 u_lamp; uniform float u_tall,u_level,u_reach;
void main(){
    float d=length(q)/u_tall, edge=max(1.0-length(q)/u_reach,0.0);
    float star=exp(-abs(q.y)/u_tall*26.0)*exp(-abs(q.x)/u_tall*2.6)+exp(-abs(q.x)/u_tall*30.0)*exp(-abs(q.y)/u_tall*4.5); // a gleam in the eye
    colour=vec4(u_lamp*u_level*edge*edge*(1.5*exp(-d*d*60.0)+0.42*star*u_level+0.34*exp(-d*7.0)+0.10*exp(-d*1.8))+dither(gl_FragCoord.xy)*step(0.01,edge),0.0);
}
