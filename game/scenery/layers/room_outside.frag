// The land beyond the windows, once: how far in the air (r), how white (g), how much it covers (a).
in vec2 uv; out vec4 colour; uniform float u_aspect,u_seed;
float spruce(vec2 p,float foot,float high,float lean){
    float u=(p.y-foot)/high; if(u<0.0||u>1.0) return 0.0;
    float tier=fract((1.0-u)*7.0+0.3*noise2(p*40.0+lean)),wide=high*0.21*(1.0-u)*(0.55+0.55*tier)+0.004*noise2(p*170.0);
    return smoothstep(wide+0.004,wide-0.003,abs(p.x));
}
void main(){
    vec2 p=vec2(uv.x*u_aspect,(uv.y-0.30)/2.2); vec4 c=vec4(1.0,0.9,0.0,0.0);
    for(int k=0;k<3;k++){
        float f=float(k),top=0.085-0.062*f+(0.075-0.012*f)*(fbm2(vec2(p.x*(1.3+0.8*f)+u_seed+f*31.0,f*7.0),4)-0.45);
        float on=smoothstep(top+0.003,top-0.003,p.y),white=0.96-0.42*fbm2(vec2(p.x*5.0,p.y*40.0)+f*9.0,3)*smoothstep(0.0,-0.08,p.y-top);
        c=mix(c,vec4(0.72-0.32*f,white,0.0,1.0),on);
        for(int j=0;j<22;j++){
            vec2 h=vec2(hash2(ivec2(j,int(u_seed)+k*41)),hash2(ivec2(j+50,int(u_seed)+k*41))); float x=(float(j)+h.x)/22.0*u_aspect*1.05;
            float foot=0.085-0.062*f+(0.075-0.012*f)*(fbm2(vec2(x*(1.3+0.8*f)+u_seed+f*31.0,f*7.0),4)-0.45)-0.006;
            float high=(0.045+0.050*f)*(0.55+0.9*h.y)*step(0.34,fract(h.x*7.0+h.y*3.0)); float s=spruce(p-vec2(x,0.0),foot,max(high,1e-4),h.x*9.0);
            float snow=smoothstep(0.45,0.75,noise2(vec2(p.x*120.0,p.y*260.0)+f))*0.7;
            c=mix(c,vec4(0.70-0.32*f,snow,0.0,1.0),s*step(0.001,high)*smoothstep(foot+0.002,foot+0.014,p.y+0.006*noise2(p*90.0)));
        }
    }
    colour=c;
}
