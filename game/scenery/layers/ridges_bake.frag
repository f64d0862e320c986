// Surface map of a range: normal x, normal y, height share broken by chance, coverage. Gullies and stones too
// fine for the mesh are scratched into the normals here.
in vec4 slope; in vec2 place; out vec4 colour; uniform float u_rough;
void main(){
    float a=fbm2(place*vec2(70.0,46.0)+slope.x*5.0,3), b=fbm2(place*vec2(64.0,80.0)+40.0+slope.y*3.0,3);
    vec2 n=slope.xy+(vec2(a,b)-0.45)*vec2(0.62,0.42)*u_rough;
    // Softer hills are wooded: crowns beside crowns.
    vec2 crowns=vec2(noise2(place*vec2(330.0,250.0)),noise2(place*vec2(290.0,270.0)+60.0))-0.5; n+=crowns*max(0.56-u_rough,0.0)*vec2(4.0,2.6);
    float fine=fbm2(place*vec2(150.0,190.0)+9.0,3);
    // Snow lies down in the gullies, ribs of rock stand up through it.
    float rib=fbm2(place*vec2(92.0,24.0)+vec2(a*3.4+slope.x*4.0,23.0),3)-0.45; n.x+=rib*u_rough*1.4;
    float share=slope.z+(slope.w-0.5)*0.09+(a-0.45)*0.14+(fine-0.45)*0.10+rib*u_rough*0.38;
    colour=vec4(clamp(n.x,-1.0,1.0)*0.5+0.5,clamp(n.y,0.02,1.0),clamp(share,0.0,1.0),1.0);
}
