// The column of air over a cup.
in vec2 in_corner; out vec2 v_at; uniform vec3 u_cup; uniform vec2 u_lean; uniform float u_aspect;
void main(){
    v_at=vec2(in_corner.x,in_corner.y*0.5+0.5); vec2 p=u_cup.xy+vec2(in_corner.x*0.10,v_at.y*0.36)*u_cup.z;
    gl_Position=vec4((p/vec2(u_aspect,1.0)+u_lean)*2.0-1.0,0.0,1.0);
}
