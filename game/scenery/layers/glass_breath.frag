// Made once. Red: where mist settles on this pane: in drifts, thin where the eye looks through, thick towards the
// edges and the foot.
in vec2 uv; out vec4 colour; uniform float u_aspect,u_seed; uniform vec2 u_clear;
void main(){
    vec2 p=vec2((uv.x-0.5)*u_aspect,uv.y);
    float n=fbm2(p*2.3+u_seed,5), broad=noise2(p*1.1+u_seed*1.7);
    vec2 e=(uv-u_clear)*vec2(min(u_aspect,2.2)*0.52,0.92);
    float m=0.04+0.78*smoothstep(0.10,0.62,length(e))+1.25*(n-0.48)+0.55*(broad-0.5)+0.52*smoothstep(0.50,0.02,uv.y)+0.22*smoothstep(0.30,0.50,abs(uv.x-0.5));
    m=clamp(m,0.0,1.0);
    colour=vec4(m*0.66+0.34,0.0,0.0,1.0);
}
