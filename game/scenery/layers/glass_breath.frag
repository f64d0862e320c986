// Made once. Red: where mist settles on this pane: in drifts, thin where the eye looks through, thick towards the
// edges and the foot, with tracks through it. Green: the room's lamp as the pane mirrors it.
in vec2 uv; out vec4 colour; uniform float u_aspect,u_seed; uniform vec2 u_clear,u_lamp_at;
float track(vec2 p){ // ways that older drops have cleared, one in most strips of a sixth of a height
    float strip=floor(p.x*6.0), key=hash1(uint(int(strip)+64)*131u+uint(u_seed*977.0)), other=fract(key*57.31), third=fract(key*91.7);
    float x=(strip+0.32+0.36*key)/6.0+0.034*(noise2(vec2(strip*7.3+u_seed,p.y*5.0))-0.5)+0.009*(noise2(vec2(strip*3.1,p.y*19.0))-0.5);
    float wide=0.0042+0.0040*third, top=0.42+0.50*other;
    return step(0.28,third)*(0.55+0.45*other)*smoothstep(wide*1.7,wide*0.5,abs(p.x-x))*smoothstep(top,top-0.05,p.y);
}
void main(){
    vec2 p=vec2((uv.x-0.5)*u_aspect,uv.y);
    float n=fbm2(p*2.3+u_seed,5), broad=noise2(p*1.1+u_seed*1.7);
    vec2 e=(uv-u_clear)*vec2(min(u_aspect,2.2)*0.52,0.92);
    float m=0.04+0.78*smoothstep(0.10,0.62,length(e))+1.25*(n-0.48)+0.55*(broad-0.5)+0.52*smoothstep(0.50,0.02,uv.y)+0.22*smoothstep(0.30,0.50,abs(uv.x-0.5));
    m=clamp(m,0.0,1.0)*(1.0-0.92*track(p));
    vec2 q=(uv-u_lamp_at)*vec2(u_aspect,1.0), b=q*vec2(1.0,1.25)+vec2(0.0,0.03);
    float shade=smoothstep(0.034,-0.034,max(abs(q.y)-0.050,abs(q.x)-0.064+q.y*0.42));
    float lamp=shade*(0.42+0.58*exp(-dot(b,b)*420.0))+0.12/(1.0+dot(q,q)*26.0);
    colour=vec4(m*0.66+0.34,lamp,0.0,1.0);
}
