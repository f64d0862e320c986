// Sand and silt between the stones of the bed.
in vec2 uv; out vec4 colour; uniform float u_aspect,u_seed;
void main(){
    vec2 p=vec2(uv.x*u_aspect,uv.y); float broad=fbm2(p*3.0+u_seed,3),fine=noise2(p*190.0);
    colour=vec4(0.15+0.22*broad+0.12*fine,0.30+0.34*noise2(p*5.0+u_seed+50.0),0.0,1.0);
}
