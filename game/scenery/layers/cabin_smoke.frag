// Smoke: one plume that climbs, bends with the wind, widens and thins out.
in vec2 at; out vec4 colour; uniform vec3 u_tone,u_foot; uniform vec3 u_rise; uniform float u_thick,u_bend;
void main(){
    float y=at.y, risen=4096.0-u_rise.x, slow=noise2(vec2(u_rise.y,y*2.2+risen*0.5))-0.5, curl=noise2(vec2(u_rise.y+31.0,y*6.0+risen))-0.5;
    float middle=0.5+u_bend*y*(0.25+0.75*y)*0.52+(slow*0.30*y+curl*0.10*y)*(0.4+y), wide=0.016+0.13*y+0.16*y*y, x=(at.x-middle)/wide;
    float n=noise2(vec2(x*1.2+u_rise.z,y*7.0+risen*1.3)), n2=noise2(vec2(x*2.3+40.0-u_rise.z,y*15.0+risen*2.0));
    float a=exp(-x*x*1.3)*smoothstep(-0.15,0.85,n*0.66+n2*0.40)*smoothstep(0.0,0.03,y)*(1.0-y)*(1.0-0.35*y)*smoothstep(0.5,0.42,abs(at.x-0.5))*u_thick;
    vec3 c=mix(u_tone,u_foot,exp(-y*14.0)*0.5)*(0.86+0.24*n+0.10*clamp(x,-1.0,1.0));
    colour=vec4((encode(c)+dither(gl_FragCoord.xy))*a,a);
}
