// A lit window, and a little light about it.
in vec2 in_corner; in vec4 in_pane; out vec2 q; flat out vec2 edge; uniform vec2 u_lean; uniform float u_aspect,u_margin,u_height_px; // left, bottom, width, height
void main(){
    vec2 half_=in_pane.zw*0.5, reach=half_+max(in_pane.w*1.6,3.0/u_height_px); vec2 p=in_pane.xy+half_+in_corner*reach;
    q=in_corner*reach/half_; edge=1.0/(half_*u_height_px); gl_Position=vec4((vec2(p.x/u_aspect-u_margin,p.y)+u_lean)*2.0-1.0,0.0,1.0);
}
