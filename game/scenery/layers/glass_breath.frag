// Made once. Red: where mist settles on this pane: in drifts, thin where the eye looks through, thick towards the
// edges. Green: the room's lamp as the pane mirrors it.
in vec2 uv; out vec4 colour; uniform float u_aspect,u_seed; uniform vec2 u_clear,u_lamp_at;
void main(){
    vec2 p=vec2((uv.x-0.5)*u_aspect,uv.y);
    float n=fbm2(p*2.3+u_seed,5), broad=noise2(p*1.1+u_seed*1.7);
    vec2 e=(uv-u_clear)*vec2(min(u_aspect,2.2)*0.52,0.92);
    float m=0.04+0.78*smoothstep(0.10,0.62,length(e))+1.25*(n-0.48)+0.55*(broad-0.5)+0.30*smoothstep(0.46,0.0,uv.y);
    vec2 q=(uv-u_lamp_at)*vec2(u_aspect,1.0), b=q*vec2(1.0,1.25)+vec2(0.0,0.03);
    float shade=smoothstep(0.034,-0.034,max(abs(q.y)-0.050,abs(q.x)-0.064+q.y*0.42));
    float lamp=shade*(0.30+0.45*exp(-dot(b,b)*420.0))+0.17/(1.0+dot(q,q)*26.0);
    colour=vec4(clamp(m,0.0,1.0)*0.66+0.34,lamp,0.0,1.0);
}
