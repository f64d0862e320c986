// Half the sphere round a point of light, on a disc.
in vec3 in_place; out vec2 far; uniform vec3 u_at,u_facing;
void main(){
    vec3 d=in_place-u_at,side=normalize(abs(u_facing.y)>0.7?cross(u_facing,vec3(1.0,0.0,0.0)):cross(u_facing,vec3(0.0,1.0,0.0)));
    float r=length(d); vec3 q=vec3(dot(d,side),dot(d,cross(side,u_facing)),dot(d,u_facing))/r; far=vec2(r,q.z);
    gl_Position=vec4(q.xy/max(1.0+q.z,0.25),r/8.0-1.0,1.0);
}
