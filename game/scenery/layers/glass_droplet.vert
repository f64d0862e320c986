// A fine droplet, painted once.
in vec2 in_corner; in vec4 in_drop; out vec2 v_at; out float v_key; out float v_size;
uniform float u_aspect; uniform vec2 u_size;
void main(){
    v_at=in_corner*1.25; v_key=in_drop.w; v_size=in_drop.z*u_size.y;
    vec2 p=in_drop.xy+v_at*in_drop.z;
    gl_Position=vec4(p.x/u_aspect*2.0-1.0,p.y*2.0-1.0,0.0,1.0);
}
