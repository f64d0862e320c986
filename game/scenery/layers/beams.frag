// A soft shaft: brightest in its middle, thin where it comes through, lost in the air where it falls.
in vec2 q; in vec3 tint; in vec2 dust; out vec4 colour;
void main(){
    float e=1.0-q.x*q.x; e*=e; float along=smoothstep(0.0,0.30,q.y)*smoothstep(1.0,0.62,q.y);
    float l=e*along*(0.62+0.55*noise2(dust)); colour=vec4(tint*l+dither(gl_FragCoord.xy)*min(l*6.0,1.0),0.0);
}
