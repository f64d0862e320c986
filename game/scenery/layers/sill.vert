// A piece of the baked sill.
in vec4 in_piece; in float in_sway; out vec2 uv; uniform vec2 u_lean; uniform vec3 u_wind; uniform float u_aspect,u_margin;
void main(){
    vec2 p=in_piece.xy; // heights of the picture, x from the left edge
    uv=(p+u_margin)/(vec2(u_aspect,1.0)+2.0*u_margin);
    p.x+=in_sway*(sin(u_wind.x+p.y*5.0+p.x*2.0)*0.65+sin(u_wind.y+p.y*11.0)*0.35)*u_wind.z;
    gl_Position=vec4((p/vec2(u_aspect,1.0)+u_lean)*2.0-1.0,0.0,1.0);
}
