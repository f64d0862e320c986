// A soft point, or a pale disc where it is out of focus.
in vec2 q; flat in vec3 tint; flat in float wide; out vec4 colour;
void main(){
    float d2=dot(q,q); if(d2>=1.0) discard; float e=1.0-d2,e2=e*e,d=sqrt(d2);
    colour=vec4(sqrt(max(tint,0.0))*mix(e2*e2*0.75+e2*0.15,smoothstep(1.0,0.8,d)*(0.6+0.4*smoothstep(0.45,0.95,d)),wide),0.0);
}
