// Surface map of a range: normal x, normal y, height share broken by chance, coverage. Gullies and stones too
// fine for the mesh are scratched into the normals here.
in vec4 slope; in vec2 place; out vec4 colour; uniform float u_rough;
// Ribs that run down the fall line, tapering and joining: -1 in a gully, 1 on a rib.
float ribs(vec2 p,float lean){
    float n=fbm2(vec2(p.x+lean*p.y*0.8,p.y)*vec2(50.0,12.0)+fbm2(p*vec2(24.0,20.0)+70.0,2)*2.2+31.0,3);
    return 1.0-abs(n-0.47)*7.0;
}
void main(){
    float a=fbm2(place*vec2(70.0,46.0)+slope.x*5.0,3), b=fbm2(place*vec2(64.0,80.0)+40.0+slope.y*3.0,3);
    vec2 n=slope.xy+(vec2(a,b)-0.45)*vec2(0.62,0.42)*u_rough;
    // Softer hills are wooded: crowns beside crowns.
    vec2 crowns=vec2(noise2(place*vec2(330.0,250.0)),noise2(place*vec2(290.0,270.0)+60.0))-0.5; n+=crowns*max(0.56-u_rough,0.0)*vec2(4.0,2.6);
    float fine=fbm2(place*vec2(110.0,130.0)+9.0,2)*1.12;
    // Snow lies down in the gullies, ribs of rock stand up through it, the more the steeper the slope.
    float rib=clamp(ribs(place,slope.x),-1.0,1.0), steep=smoothstep(0.75,0.30,slope.y);
    n+=vec2(rib*0.22*sign(slope.x),-max(rib,0.0)*0.34*(0.25+0.75*steep))*min(u_rough*1.5,1.0);
    float share=slope.z+(a-0.45)*0.12+(fine-0.45)*0.12-rib*0.055*min(u_rough*1.5,1.0);
    colour=vec4(clamp(n.x,-1.0,1.0)*0.5+0.5,clamp(n.y,0.02,1.0),clamp(share,0.0,1.0),1.0);
}
