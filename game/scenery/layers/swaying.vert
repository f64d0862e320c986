// A baked plant on a grid that bends: what is far from its hold moves with the gusts.
in vec2 in_corner; in vec4 in_tile; // left, bottom, width, height (0..1 of the map)
out vec2 map; out vec2 at;
uniform vec4 u_frame,u_wind; uniform vec3 u_hold; uniform vec2 u_sway,u_lean; uniform float u_aspect,u_margin;
float gust_here(float x){
    return sin(u_wind.y-x*2.1)*0.5+sin(u_wind.z-x*4.3+1.0)*0.3+sin(u_wind.w-x*0.9)*0.2;
}
void main(){
    map=in_tile.xy+(in_corner*0.5+0.5)*in_tile.zw;
    vec2 p=u_frame.xy+map*u_frame.zw; // screen heights, from the left margin and the bottom edge
    float free=clamp(dot(vec3(p,1.0),u_hold),0.0,1.3); free*=free;
    float blow=(gust_here(p.x)*0.75+gust_here(p.x*2.0+p.y*1.5+4.0)*0.25+0.35)*(0.18+0.95*u_wind.x)*step(0.0001,u_wind.x);
    p+=u_sway*blow*free;
    at=vec2(p.x/u_aspect-u_margin,p.y)+u_lean;
    gl_Position=vec4(at*2.0-1.0,0.0,1.0);
}
