// A candle's flame.
in vec2 uv,q; out vec4 colour; uniform vec3 u_colour,u_heart; uniform float u_lean;
void main(){
    vec2 p=q*2.0-1.0; float y=(p.y+0.9)/1.8; p.x+=u_lean*y*y*0.8; float wide=0.62*sqrt(max(y,0.0))*pow(max(1.0-y,0.0),0.85)*1.7,f=smoothstep(wide+0.10,wide-0.20,abs(p.x))*step(0.0,y)*step(y,1.0);
    vec3 c=mix(u_colour*0.9,u_heart*1.0+0.12,smoothstep(-0.05,0.35,wide-abs(p.x)-0.15*y)); c=mix(c,vec3(0.20,0.22,0.50),smoothstep(0.20,0.0,y)*0.6);
    colour=vec4(sqrt(c)*f,f*0.85);
}
