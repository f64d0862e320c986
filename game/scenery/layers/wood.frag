// A wood under the light of the hour: bark, moss and leaves by their hue; light from a side, from above, through leaves.
in vec2 map; in vec4 lit; in vec4 haze; out vec4 colour;
uniform sampler2D u_map; uniform vec3 u_bark,u_moss,u_leaf,u_ambient,u_direct; uniform float u_dapple; uniform vec4 u_frame;
void main(){
    vec4 m=texture(u_map,map); if(m.a<0.004) discard; m.rgb/=m.a;
    float leaf=smoothstep(0.48,0.66,m.b),g=m.g;
    vec3 body=mix(mix(u_bark,u_moss,smoothstep(0.10,0.38,m.b)),u_leaf*(0.55+0.6*m.b),leaf);
#ifdef FLOOR
    float sun=g*max(0.22+u_dapple*(m.r-0.22),0.06)*(0.55+0.9*lit.z);
    vec3 c=body*(u_ambient*(0.20+1.15*g)+u_direct*sun*1.25);
#else
    float side=(m.r-0.5)*2.0*lit.y,face=clamp(0.20+0.80*side+0.22*lit.x,0.0,1.0);
    vec2 p=u_frame.xy+map*u_frame.zw; // flecks of what comes through the crowns, as large as their holes
    if(u_dapple>0.0){
        vec2 at=vec2(p.x*11.0+p.y*3.0,p.y*6.5)+17.0; float hole=noise2(at)*0.66+noise2(at*2.3+9.0)*0.34;
        face=face*(1.0-0.35*min(u_dapple,1.0))+u_dapple*smoothstep(0.60,0.75,hole)*(0.35+0.65*clamp(0.5+0.5*side,0.0,1.0));
    }
    float rim=clamp(side*1.5-0.55,0.0,1.0); rim*=rim;
    vec3 c=body*(u_ambient*(0.20+1.15*g)+u_direct*g*(face*(0.35+0.65*sqrt(lit.z))+leaf*(0.16+0.75*lit.z)));
    c+=u_direct*rim*g*sqrt(lit.z)*0.55*(1.0-leaf);
#endif
    colour=vec4(encode(c*(1.0-haze.a)+haze.rgb)*m.a,m.a);
}
