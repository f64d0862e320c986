// Cells of a map of the screen that hold something.
in vec2 in_at; out vec2 uv; uniform vec2 u_lean,u_band,u_onto; uniform float u_margin; // what the map shows, and the target
void main(){
    uv=in_at;
    vec2 at=vec2(uv.x*(1.0+2.0*u_margin)-u_margin,mix(u_band.x,u_band.y,uv.y))+u_lean;
    gl_Position=vec4(at.x*2.0-1.0,(at.y-u_onto.x)/(u_onto.y-u_onto.x)*2.0-1.0,0.0,1.0);
}
