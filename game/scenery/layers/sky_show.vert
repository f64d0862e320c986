in vec2 in_corner; in vec4 in_tile; out vec2 uv; // left, bottom, width, top (0..1 of the sky)
void main(){
    vec2 c=in_corner*0.5+0.5; uv=vec2(in_tile.x+c.x*in_tile.z,mix(in_tile.y,in_tile.w,c.y)); gl_Position=vec4(uv*2.0-1.0,0.0,1.0);
}
