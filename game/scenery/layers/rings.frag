// A packet of waves that widens, fading outward and inward: how it bends the mirror (x, y), its crests and troughs
// (z), and where its slopes throw the light to the eye (w).
in vec2 q; flat in vec3 life; out vec4 colour;
void main(){
    float r=length(q), e=r-life.x; float packet=exp(-e*e*(e>0.0?120.0:13.0))*smoothstep(0.0,0.06,r);
    float f=sin(e*44.0)*packet*life.y, slope=-cos(e*44.0)*packet*life.y; vec2 way=q/max(r,0.01);
    float to_sun=dot(way,normalize(vec2(life.z,0.55)));
    colour=vec4(way.x*slope*0.008,way.y*slope*0.016,f*0.62,max(slope*to_sun,0.0));
}
