// The breath ring: a disc of light that grows and shrinks inside a thin circle; an arc tells how far along.
in vec2 uv; out vec4 colour;
uniform float u_radius_px,u_level,u_arc,u_opacity;
float line(float d,float half_width){return 1.0-smoothstep(half_width-0.75,half_width+0.75,abs(d));}
void main(){
    vec2 p=(uv-0.5)*u_radius_px*2.6; float r=length(p);
    float outer=u_radius_px, inner=u_radius_px*mix(0.34,0.9,u_level), width=max(u_radius_px*0.012,1.2);
    float shade=0.76*(1.0-smoothstep(outer*0.75,outer*1.28,r));
    float disc=(1.0-smoothstep(inner-1.5,inner+1.5,r))*mix(0.06,0.11,u_level);
    float edge=line(r-inner,width)*0.95;
    float angle=fract(atan(p.x,p.y)/6.2831853+1.0);
    float arc=line(r-outer,width*1.5)*(1.0-smoothstep(-0.004,0.004,angle-u_arc))*step(0.001,u_arc)*0.9;
    float circle=line(r-outer,width*0.7)*0.45;
    float light=max(max(disc,edge),max(arc,circle));
    float alpha=max(shade,light)+dither(gl_FragCoord.xy)*step(0.002,shade);
    colour=vec4(mix(vec3(0.02,0.022,0.03)*alpha,vec3(0.95,0.95,0.92)*alpha,light/max(alpha,1e-3)),alpha)*u_opacity;
}
