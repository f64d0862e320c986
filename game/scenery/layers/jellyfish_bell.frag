// Clear flesh: bright where one looks along it, ribs and veins, four rings of rose within.
in vec4 skin; in vec4 turn; flat in vec4 kind; flat in vec3 tint; out vec4 colour;
uniform vec3 u_above,u_fade; uniform float u_glow;
void main(){
    float u=skin.x,f=skin.y,nz=abs(turn.x),n1=1.0-nz,edge=n1*n1*sqrt(sqrt(n1)); // ^2.25
    float soft=smoothstep(0.02,kind.z+0.04,nz)*smoothstep(1.0,0.965,u);
    float rib=0.5+0.5*cos(f*16.0); rib*=rib; rib*=rib; rib*=rib*smoothstep(0.10,0.5,u)*0.6;
    float vein=0.5+0.5*cos(f*32.0+sin(u*30.0)*0.7); vein*=vein; vein*=vein*vein*smoothstep(0.5,0.9,u)*0.45;
    float rim=smoothstep(0.90,0.99,u),up=clamp(turn.y,0.0,1.0),lit=0.35+0.75*clamp(turn.y*0.6+0.4,0.0,1.0); vec3 c; float a;
    if(skin.z<0.5){
        c=tint*((0.045+0.50*edge)*lit+(rib*0.10+vein*0.12+rim*0.26)*(0.45+edge))*u_glow+(0.45*tint+0.55*u_above)*edge*up*0.52;
        float crown=up*up; c+=u_above*crown*crown*up*0.04; a=0.13+0.20*edge;
    }else{
        float four=abs(cos(f*2.0)),ring=(u-0.36+0.10*four)*11.0; ring=exp(-ring*ring)*smoothstep(0.15,0.75,four);
        c=(tint*(0.05+0.26*edge)+(0.55*tint+0.45*vec3(1.0,0.66,0.70))*ring*0.80+tint*rib*0.12)*u_glow; a=0.14;
    }
    c*=soft*(1.0-kind.y*0.62); c=mix(c,c*u_fade,kind.y); a*=soft*(1.0-kind.y*0.8);
    c=sqrt(c*c*0.46+c*0.080); colour=vec4(c+dither(gl_FragCoord.xy)*soft,a);
}
