in float v_side; in float v_clear; in vec2 v_place; out vec4 colour;
// Cut thin and beaded through the mist; droplets leave a wider lane.
void main(){
    float bead=0.80+0.20*sin(v_place.y*131.0+3.5*sin(v_place.x*90.0+v_place.y*37.0)), side=abs(v_side);
    float a=smoothstep(0.34+0.14*bead,0.10,side)*v_clear*bead, lane=smoothstep(1.0,0.30,side)*v_clear;
    colour=vec4(1.0-0.88*a,1.0-lane,1.0-0.20*a,1.0);
}
