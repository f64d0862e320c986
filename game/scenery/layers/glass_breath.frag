// Where mist settles on this pane: in drifts, more towards the edges and the sill. Made once.
in vec2 uv; out vec4 colour; uniform float u_aspect,u_seed;
void main(){
    vec2 p=vec2((uv.x-0.5)*u_aspect,uv.y);
    float n=fbm2(p*2.1+u_seed,5), broad=noise2(p*0.9+u_seed*1.7);
    vec2 e=(uv-vec2(0.5,0.54))*vec2(1.0,0.95);
    float m=0.30+1.15*(n-0.46)+0.40*(broad-0.5)+0.42*smoothstep(0.12,0.64,length(e))+0.20*smoothstep(0.42,0.0,uv.y);
    colour=vec4(clamp(m,0.0,1.0),n,0.0,1.0);
}
