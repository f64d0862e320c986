// The path of the rake on the ground, projected to the screen (perspective kept for what it carries).
in vec4 in_at; in float in_across; out vec3 stroke;
uniform float u_aspect,u_horizon_y,u_focal,u_eye_m;
void main(){
    stroke=vec3(in_across,in_at.zw); float z=in_at.y;
    vec2 at=vec2(in_at.x*u_focal/u_aspect*2.0,(u_horizon_y*2.0-1.0)*z-2.0*u_eye_m*u_focal);
    gl_Position=vec4(at,0.0,z);
}
