// One seed: a parasol of fine hairs seen a little from beneath, its thread, the seed at the end.
in vec2 q; flat in vec4 look; flat in vec3 down; flat in vec3 corn; out vec4 colour;
void main(){
    float c=cos(look.z),s=sin(look.z); vec2 p=mat2(c,-s,s,c)*q; float px=look.y*1.4;
    vec2 crown=(p-vec2(0.0,0.34))*vec2(1.0,1.9); float r=length(crown), a=atan(crown.y,crown.x);
    float hairs=0.5+0.5*cos(a*17.0+look.w*40.0), fine=clamp(0.12/px-0.5,0.0,1.0);
    float wheel=smoothstep(0.86,0.70,r)*(0.16+mix(0.30,0.85*hairs*hairs,fine)*smoothstep(0.0,0.5,r));
    wheel+=0.45*smoothstep(0.15,0.0,abs(r-0.74))*(0.4+0.6*hairs); wheel+=0.5*smoothstep(0.12,0.0,r);
    float w=max(0.022,px*0.7), thread=smoothstep(w,0.0,abs(p.x))*step(-0.72,p.y)*step(p.y,0.34)*0.75;
    vec2 d=(p-vec2(0.0,-0.78))*vec2(1.0/0.07,1.0/0.17); float corn_=smoothstep(1.3,0.7,length(d));
    float hair=clamp(max(wheel,thread),0.0,1.0), held=clamp(max(hair,corn_),0.0,1.0)*look.x;
    if(held<0.01) discard;
    colour=vec4(mix(down,corn,corn_)*held,held);
}
