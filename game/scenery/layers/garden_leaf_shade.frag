// A soft leaf: shadows from metres above have no sharp rim.
in vec2 at; in float weight; flat in float twig; out vec4 shade; uniform float u_blur;
void main(){
    float r=length(at),turn=atan(at.x,at.y),leaf=smoothstep(1.0,0.40-u_blur,r*(1.0+0.22*cos(turn*5.0)));
    float a=twig>0.5?(1.0-at.y*at.y)*smoothstep(1.0,0.8,abs(at.x)):leaf; shade=vec4(a*weight);
}
