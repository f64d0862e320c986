// Surface maps of snowy ground. First: normal to the right and up, snow. Second: haze, glitter, ground or ice.
in vec4 face; in vec3 place; out vec4 colour; uniform float u_which; // face: normal, haze, wood; place: X, Z, metres from the ice
void main(){
    vec2 p=place.xy; float fine=exp(-place.y*0.010), d=place.z;
    float w=fbm2(vec2(p.x*0.55+fbm2(p*0.22,2)*3.0,p.y*1.3)+300.0,3)-0.45, w2=fbm2(vec2(p.x*1.7,p.y*3.4)+370.0,3)-0.45;
    float blown=fbm2(p*vec2(0.16,0.11)+400.0,4)+0.34*smoothstep(-2.6,0.0,d);
    float ice=smoothstep(0.10,-0.10,d)*smoothstep(0.70,0.42,blown);
    float crack=smoothstep(0.030,0.0,abs(fbm2(p*vec2(0.10,0.07)+440.0,2)-0.42))*smoothstep(-0.4,-1.6,d)*smoothstep(105.0,60.0,place.y)*0.22*noise2(p*0.35+70.0);
    vec2 n=vec2(face.x+(w*0.62+w2*0.34*fine)*step(0.0,d)+w*0.12,face.y-abs(w)*0.30-max(-w2,0.0)*0.32*fine);
    // Between the trees of a wood snow lies in their shade, young ones stand in it; far off they close.
    float close=smoothstep(90.0,420.0,place.y), tree=noise2(gl_FragCoord.xy*vec2(0.42,0.16)), wood=face.w*smoothstep(0.8,-0.2,ice)*step(3.0,d);
    float dark=wood*((0.04+0.10*(w2+0.45))*smoothstep(70.0,160.0,place.y)+close*(0.25+0.45*smoothstep(0.35,0.75,tree))); n.y*=1.0-0.55*dark;
    if(u_which<0.5){ colour=vec4(clamp(n.x,-1.0,1.0)*0.5+0.5,clamp(n.y,0.02,1.0),1.0-dark,1.0); }
    else { // glitter: single crystals close by, the nearer the more
        float glint=smoothstep(0.975,1.0,hash2(ivec2(gl_FragCoord.xy)))*smoothstep(190.0,50.0,place.y)*step(0.2,d);
        colour=vec4(face.z,max(crack,glint),0.5+0.5*ice,1.0);
    }
}
