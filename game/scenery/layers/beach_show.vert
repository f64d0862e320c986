// The ground drawn out to the screen; its grain moves past a visitor who leans, most at the foot of the picture.
in vec2 in_vert; in vec2 in_uv; out vec2 uv; out vec2 grain;
uniform float u_top,u_grain_top,u_leant,u_margin; uniform vec2 u_rows; // from which height to which, of the ground
void main(){
    uv=vec2(in_uv.x,mix(u_rows.x,u_rows.y,in_uv.y)); float across=uv.x+u_leant*(1.0-uv.y);
    grain=vec2((across+u_margin)/(1.0+2.0*u_margin),uv.y*u_top/u_grain_top); gl_Position=vec4(in_vert,0.0,1.0);
}
