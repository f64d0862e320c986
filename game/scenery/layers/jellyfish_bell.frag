// Clear flesh: bright where one looks along it, ribs and veins, four rings of rose within (painted by sea/drifters.py).
in vec3 plain,marked; in vec4 skin; flat in float soft; out vec4 colour; uniform sampler2D u_marks;
void main(){
    vec2 t=texture(u_marks,skin.xy).rg; float s=clamp((skin.z-0.02)*soft,0.0,1.0)*t.g;
    colour=vec4((plain+marked*t.r)*s,skin.w*s);
}
