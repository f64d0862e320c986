// Surface map of a wood: side, light, hue, coverage. Bark gets its furrows and its moss here.
in vec3 face; in vec2 at; out vec4 colour;
vec3 bark(){ // face: across -1..1, how mossy, thickness
    float around=asin(clamp(face.x,-1.0,1.0)),r=face.z*2.4; // radius in screen heights
    float u=around*max(r,0.006)*58.0,warp=fbm2(at*vec2(24.0,8.0),2)*2.2;
    float ridge=noise2(vec2(u+warp+31.0,at.y*8.0+warp*0.6))*0.62+noise2(vec2(u*2.6+warp,at.y*25.0+9.0))*0.38;
    float furrow=smoothstep(0.26,0.62,ridge),fine=fbm2(at*vec2(240.0,130.0),3),turn=sqrt(max(1.0-face.x*face.x,0.0));
    float patchy=fbm2(vec2(u*0.55+warp+70.0,at.y*13.0),4);
    float moss=smoothstep(0.40,0.60,face.y*0.62+(patchy-0.5)*1.15+furrow*0.05-face.x*0.10);
    float tuft=fbm2(at*vec2(300.0,260.0)+5.0,3);
    float tone=mix((0.16+0.54*furrow)*(0.55+0.85*fine),(0.30+0.62*tuft)*(0.72+0.28*furrow),moss)*(0.50+0.50*turn);
    return vec3(face.x*0.85+(ridge-0.5)*0.55,tone,moss*0.40);
}
void main(){
    vec3 m=face;
    if(face.z<0.055) m=bark();
    else if(face.z<0.52) m.y*=0.66+0.68*fbm2(at*vec2(210.0,330.0),3); // earth, stone and moss have a grain
    colour=vec4(m.x*0.5+0.5,clamp(m.y,0.0,1.0),m.z,1.0);
}
