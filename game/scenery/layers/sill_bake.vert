// Things on the sill, baked once.
in vec2 in_place; in vec3 in_normal,in_tone; in vec4 in_kind; // open, gloss, through, grain
out vec2 v_place; out vec3 v_normal,v_tone; out vec4 v_kind; uniform float u_aspect; uniform float u_margin;
void main(){
    v_place=in_place; v_normal=in_normal; v_tone=in_tone; v_kind=in_kind;
    vec2 uv=(in_place+u_margin)/(vec2(u_aspect,1.0)+2.0*u_margin);
    gl_Position=vec4(uv*2.0-1.0,0.0,1.0);
}
