in float v_side; in float v_clear; in vec2 v_place; out vec4 colour;
// Thin and beaded through half of the mist, with a wet edge on one side; droplets leave a wider lane.
void main(){
    float bead=0.78+0.22*sin(v_place.y*131.0+3.5*sin(v_place.x*90.0+v_place.y*37.0)), side=abs(v_side);
    float a=smoothstep(0.16+0.20*bead*v_clear,0.06,side)*smoothstep(0.02,0.22,v_clear), lane=smoothstep(1.0,0.30,side)*v_clear;
    float edge=smoothstep(0.13,0.0,abs(v_side-0.30))*v_clear*bead;
    colour=vec4(1.0-0.62*a,1.0-lane,1.0,(1.0-0.40*a)*(1.0-0.60*edge));
}
