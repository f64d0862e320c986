// A packet of waves that widens: how it bends the mirror (x, y), and the light on its crests (z).
in vec2 q; flat in vec2 life; out vec4 colour;
void main(){
    float r=length(q), e=r-life.x; float packet=exp(-e*e*(e>0.0?170.0:34.0));
    float f=sin(e*38.0)*packet*life.y; vec2 way=q/max(r,0.01);
    colour=vec4(way.x*f*0.022,(0.35*way.y+0.65)*f*0.060,f*0.62,0.0);
}
