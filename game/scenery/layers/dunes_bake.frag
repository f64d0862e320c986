// Surface maps of dunes. First: where the sand faces (across, away), haze. Second: horizons towards four ways.
#include "dunes.glsl"
in vec2 place; in vec2 net; out vec4 colour; uniform float u_which,u_ripple; uniform sampler2D u_horizons;
// Ripples: long, forking, never two alike, dying away where the wind has lain down.
float ripple(vec2 p,float fine){
    vec2 w=p+vec2(fbm2(p*0.10+40.0,2),fbm2(p*0.13+90.0,2))*5.0;
    float broad=noise2(vec2(w.x*0.62,w.y*0.16)+7.0)+noise2(vec2(w.x*0.26-w.y*0.05,w.y*0.09)+31.0)*1.6;
    float small=noise2(vec2(w.x*2.3,w.y*0.52)+19.0)*0.38+noise2(vec2(w.x*4.6+w.y*0.4,w.y*0.9)+3.0)*0.16*fine;
    return broad*0.16+small*0.15*fine;
}
void main(){
    if(u_which>0.5){ colour=texture(u_horizons,net); return; }
    vec2 p=place; float z=p.y, e=max(0.02,z*0.0009), h=dune_height(p);
    vec2 slope=vec2(dune_height(p+vec2(e,0.0))-h,dune_height(p+vec2(0.0,e))-h)/e;
    float fine=exp(-z*0.016), calm=smoothstep(0.30,0.66,fbm2(p*0.045+200.0,3))*0.75+0.25;
    float slip=smoothstep(0.50,0.58,length(slope)); // sand slides there: no ripples
    float r=max(0.05,z*0.0016); vec2 q=mat2(0.56,0.83,-0.83,0.56)*vec2(p.x*u_lee,p.y)*1.5;
    float r0=ripple(q,fine); vec2 wave=vec2(ripple(q+vec2(r,0.0),fine)-r0,ripple(q+vec2(0.0,r),fine)-r0)/r;
    wave=wave*mat2(0.56,0.83,-0.83,0.56); wave.x*=u_lee;
    vec2 fall=slope/max(length(slope),0.01); vec2 t=vec2(dot(p,vec2(-fall.y,fall.x))*0.32,dot(p,fall)*0.05); // tongues of sand that slid
    float t0=noise2(t)+0.5*noise2(t*2.7+9.0); slope+=vec2(-fall.y,fall.x)*(noise2(t+vec2(0.12,0.0))+0.5*noise2(t*2.7+vec2(0.33,0.0)+9.0)-t0)*0.85*slip*exp(-z*0.006);
    slope+=wave*u_ripple*calm*(1.0-slip)*4.2*exp(-z*0.0050);
    vec3 n=normalize(vec3(-slope.x,1.0,-slope.y));
    colour=vec4(n.x*0.5+0.5,n.z*0.5+0.5,1.0-exp(-pow(z/1100.0,1.15)),1.0);
}
