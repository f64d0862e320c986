// A larger drop: its quad, for the height field and again for the picture.
in vec2 in_corner; in vec3 in_place; in vec3 in_form; // x, y, radius; key, stretch, pinch
out vec2 v_at; out vec2 v_uv; out vec2 v_own; out float v_radius; flat out vec4 v_wave; flat out float v_pinch;
uniform float u_aspect,u_reach,u_wave; uniform vec2 u_size;
const float TAU=6.2831853;
void main(){
    v_at=in_corner*u_reach; v_radius=in_place.z*u_size.y; v_pinch=in_form.z;
    float s=in_form.x*TAU; v_wave=vec4(cos(s*3.0),sin(s*3.0),cos(s*7.0),sin(s*7.0))*clamp(in_place.z*90.0,0.25,1.0);
    vec2 p=in_place.xy+v_at*vec2(in_place.z,in_place.z*in_form.y);
    v_uv=vec2(p.x/u_aspect,p.y); v_own=vec2(sin(v_uv.x*41.0)*sin(v_uv.y*37.0),sin(v_uv.x*97.0+v_uv.y*31.0)); // by place alone, so that where drops merge all agree
    gl_Position=vec4(v_uv*2.0-1.0,0.0,1.0);
}
