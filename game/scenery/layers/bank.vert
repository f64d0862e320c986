// The corner in which the bank lies; with LANTERN the lantern's roof, with GLOW what it lights.
in vec2 in_corner; out vec2 uv,q,at; uniform vec4 u_box; uniform vec2 u_lean,u_lantern; uniform float u_aspect,u_mirror,u_size;
void main(){
#ifdef LANTERN
    at=u_lantern+in_corner*u_size; q=in_corner*1.15;
#elif defined GLOW
    at=u_lantern+in_corner*0.42; q=in_corner;
#else
    at=u_box.xy+(in_corner*0.5+0.5)*u_box.zw; q=vec2(0.0);
#endif
    uv=in_corner*0.5+0.5; vec2 p=vec2(at.x/u_aspect,at.y); if(u_mirror>0.5) p.x=1.0-p.x;
    gl_Position=vec4((p+u_lean)*2.0-1.0,0.0,1.0);
}
