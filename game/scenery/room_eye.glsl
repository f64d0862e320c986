// How a room is seen (uniforms set by interior/eye.py). Metres: x right, y up, z towards the visitor.
uniform vec3 u_eye; uniform vec2 u_turn; uniform vec4 u_view;
// What lies so far aside, high and away from the eye.
vec3 to_eye(vec3 p){vec3 d=p-u_eye; return vec3(d.x*u_turn.x+d.z*u_turn.y,d.y,d.x*u_turn.y-d.z*u_turn.x);}
// The place in the room at a place on the screen (0..1), so far away.
vec3 from_eye(vec2 at,float away){
    vec2 q=(at*2.0-1.0)*u_view.yz+vec2(0.0,u_view.w); vec3 e=vec3(q*away/u_view.x,away);
    return u_eye+vec3(e.x*u_turn.x+e.z*u_turn.y,e.y,e.x*u_turn.y-e.z*u_turn.x);
}
