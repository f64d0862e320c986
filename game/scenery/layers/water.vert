// Columns from the shore down to the eye.
in vec3 in_at; // across 0..1 with margins, shore (screen heights over the horizon), 0 at the shore .. 1 at the bottom
out vec2 at; out float shore;
uniform float u_margin,u_horizon_ratio; uniform vec2 u_lean;
void main(){
    shore=u_horizon_ratio+in_at.y; float moved=smoothstep(0.0,0.03,-in_at.y);
    at=vec2((in_at.x-0.5)*(1.0+2.0*u_margin)+0.5+u_lean.x*moved,mix(shore+0.002,0.0,in_at.z));
    gl_Position=vec4(at*2.0-1.0,0.0,1.0);
}
