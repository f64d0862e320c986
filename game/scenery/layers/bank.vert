// The corner in which the bank lies, or with LIT its map; with LANTERN the lantern's roof, with GLOW what it lights.
in vec2 in_corner; in vec4 in_tile; // left, bottom, width, height in the map, 0..1
 out vec2 uv,q,at; uniform vec4 u_box; uniform vec2 u_lean,u_lantern; uniform float u_aspect,u_mirror,u_size;
void main(){
#ifdef LANTERN
    at=u_lantern+in_corner*u_size; q=in_corner*1.15; uv=q;
#elif defined GLOW
    at=u_lantern+in_corner*0.42; q=in_corner; uv=q;
#else
    uv=in_tile.xy+(in_corner*0.5+0.5)*in_tile.zw; at=u_box.xy+uv*u_box.zw; q=vec2(0.0);
#endif
#ifdef LIT
    gl_Position=vec4(uv*2.0-1.0,0.0,1.0);
#else
    vec2 p=vec2(at.x/u_aspect,at.y); if(u_mirror>0.5) p.x=1.0-p.x;
    gl_Position=vec4((p+u_lean)*2.0-1.0,0.0,1.0);
#endif
}
