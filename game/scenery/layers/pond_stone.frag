// A worn stone seen from above, premultiplied: its tone and tint, and with SLOPE how it faces and what moss on it would look like; a soft shadow at its foot.
in vec2 q,place; flat in vec4 look; out vec4 colour;
void main(){
    float key=look.z*97.0; vec2 dir=q/max(length(q),0.001);
    float bump=noise2(dir*1.1+key)+0.5*noise2(dir*2.3+key+31.0)-0.75, sides=0.055*cos(atan(q.y,q.x)*(3.0+floor(look.z*3.0))+key);
    float reach=0.94+0.30*bump+sides, d=length(q)/max(reach,0.3), edge=max(fwidth(d),0.004), a=clamp((1.0-d)/edge+0.5,0.0,1.0);
    float shadow=0.62*smoothstep(1.42,0.96,d), grain=fbm2(q*(4.0+6.0*look.z)+key,3), fine=mix(noise2(q*19.0+key),noise2(place*170.0),0.45);
    float cover=a+shadow*(1.0-a);
    if(cover<0.004) discard;
#ifdef SLOPE
    float turn=look.w; float steep=smoothstep(0.25,1.0,d)*0.72; vec2 n=dir*steep*(0.75+0.5*grain)+vec2(grain-0.5,fine-0.5)*0.34;
    n=vec2(n.x*cos(turn)-n.y*sin(turn),n.x*sin(turn)+n.y*cos(turn));
    colour=vec4((clamp(n,-1.0,1.0)*0.5+0.5)*a,(0.5*noise2(place*100.0)+0.5*noise2(place*230.0))*a,a);
#else
    float vein=look.z>0.62?0.16*smoothstep(0.10,0.0,abs(q.y*0.8+q.x*(look.z-0.8)+0.5*(grain-0.5)-0.1)):0.0;
    float tone=look.x*(0.66+0.58*grain)*(0.86+0.26*fine)*mix(0.58,1.0,smoothstep(1.0,0.62,d))+vein;
    float moss=smoothstep(0.50,0.78,grain+0.25*(look.z-0.5))*0.5; float tint=clamp(look.y+(fine-0.5)*0.12-moss*look.y,0.0,1.0);
    colour=vec4(clamp(tone,0.0,1.0)*a+0.02*(cover-a),tint*a+0.4*(cover-a),0.0,cover);
#endif
}
