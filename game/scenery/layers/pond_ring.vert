// One quad a ring.
in vec2 in_corner; in vec4 in_ring; // x, y in screen heights, age in seconds, strength
out vec2 q; flat out vec3 ring; uniform float u_aspect;
void main(){
    ring=vec3(0.012+0.048*pow(in_ring.z,0.86),in_ring.w*smoothstep(0.0,0.22,in_ring.z)*exp(-in_ring.z*0.45)*(1.0-smoothstep(3.2,4.2,in_ring.z*(in_ring.w>1.85?0.6:1.0))),in_ring.z);
    q=in_corner*(ring.x+0.06); vec2 at=in_ring.xy+q; gl_Position=vec4(vec2(at.x/u_aspect,at.y)*2.0-1.0,0.0,1.0);
}
