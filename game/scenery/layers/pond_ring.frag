// How a ring tilts the surface: a packet of waves that widens and dies away.
in vec2 q; flat in vec3 ring; out vec4 colour;
void main(){
    float r=length(q),e=r-ring.x; float packet=exp(-e*e*(e>0.0?2600.0:520.0))*smoothstep(0.0,0.012,r);
    colour=vec4(q/max(r,0.001)*cos(e*150.0)*packet*ring.y,0.0,0.0);
}
