// One piece of the track a run has cleared.
in vec2 in_corner; in vec4 in_ends; in vec3 in_clear; // clear at both ends, half width
out vec2 v_place; out float v_side; out float v_clear; uniform float u_aspect;
void main(){
    float u=in_corner.y*0.5+0.5; vec2 p=mix(in_ends.xy,in_ends.zw,u); p.x+=in_corner.x*in_clear.z*1.35;
    v_place=p; v_side=in_corner.x; v_clear=mix(in_clear.x,in_clear.y,u);
    gl_Position=vec4(p.x/u_aspect*2.0-1.0,p.y*2.0-1.0,0.0,1.0);
}
