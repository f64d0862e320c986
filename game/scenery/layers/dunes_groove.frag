// How the sand leans in a groove and on its two banks. Pieces fade into each other over their ends.
in vec2 q; in vec2 way; in float shown; in float tall; out vec4 colour;
void main(){
    float v=q.x, edge=smoothstep(1.0,0.55,abs(v)), ends=clamp(q.y*0.5,0.0,1.0)*clamp((tall-q.y)*0.5,0.0,1.0);
    float lean=-(sin(v*4.4)*1.0)*edge; float k=shown*ends*0.75;
    colour=vec4(way*lean*k,exp(-v*v*9.0)*k,0.0);
}
