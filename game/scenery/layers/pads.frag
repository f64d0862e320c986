// A pad, a flower or a petal in the light; with SHADOW the light it keeps away. Premultiplied.
in vec2 q,cell; flat in vec4 form; flat in float large; out vec4 colour; uniform sampler2D u_map;
uniform vec3 u_leaf,u_old,u_flower,u_ambient,u_direct; uniform vec2 u_to_light; uniform float u_first_flower,u_petal,u_dark,u_open;
void main(){
#ifdef SHADOW
    float a=texture(u_map,cell,2.8).a; colour=vec4(0.0,0.0,0.0,a*u_dark*large); // of its own form, soft
#else
    vec4 m=texture(u_map,cell); if(m.a<0.004) discard; m.rgb/=m.a; vec3 c;
    if(form.x<u_first_flower){
        float old=clamp(form.w*0.8+m.b*(0.6+0.4*form.w),0.0,1.0); c=mix(u_leaf*mix(0.85,1.15,form.z),u_old,old)*m.r*1.9;
        vec2 d=q-u_to_light*0.42; float bend=(m.g-0.5)*1.3; float wax=max(1.0-dot(d,d)*0.9,0.0); wax*=wax;
        c=c*(u_ambient*1.1+u_direct*(0.72+0.26*dot(q,u_to_light)+bend))+(u_ambient*0.5+u_direct)*wax*0.035;
    }else{
        float heart=m.b; c=mix(mix(vec3(0.95,0.90,0.86),u_flower,m.g),vec3(0.95,0.62,0.10),heart)*m.r*1.15;
        c*=u_ambient*1.25+u_direct*(0.70+0.22*dot(q,u_to_light))*mix(0.7,1.0,u_open);
    }
    colour=vec4(encode(c)*m.a,m.a);
#endif
}
