// The shadow of each tree on level snow, as the light stands: from its foot away from the light.
in vec2 in_corner; in vec4 in_tree; // X, Z, height, ground
out vec2 q; uniform vec3 u_way; uniform float u_focus,u_eye,u_aspect,u_horizon_ratio; // way: a metre of height, on the ground; length
void main(){
    float along=in_corner.y*0.5+0.5, wide=in_tree.z*mix(0.17,0.05,along);
    vec2 dir=normalize(u_way.xy), across=vec2(-dir.y,dir.x);
    vec2 p=in_tree.xy+u_way.xy*in_tree.z*(along-0.03)+across*in_corner.x*wide; p.y=max(p.y,20.0);
    q=vec2(in_corner.x,along);
    vec2 at=vec2(p.x/p.y*u_focus/u_aspect+0.5,u_horizon_ratio+(in_tree.w*(1.0-along)-u_eye)/p.y*u_focus);
    gl_Position=vec4(at*2.0-1.0,0.0,1.0);
}
