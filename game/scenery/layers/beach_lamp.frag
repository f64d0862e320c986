// The streak breaks up into glints towards the eye. Added.
in vec2 at; in vec3 light; out vec4 colour; uniform sampler2D u_ripples; uniform vec4 u_flow,u_lamp; uniform float u_horizon_ratio;
void main(){
    float under=-at.y, wide=0.0035+0.055*under, end=under/max(u_horizon_ratio-u_lamp.z,0.01);
    float a=texture(u_ripples,vec2(at.x*3.0/(under+0.06),log2(under+0.02)*1.35)-u_flow.yw*vec2(1.0,2.0)).g-0.5, off=(at.x+a*0.03*under)/wide;
    float glint=smoothstep(-0.06,0.16,a-0.12*end)*exp(-off*off)*(1.0-end)*(1.0-end);
    colour=vec4(light*(glint*1.3),0.0);
}
