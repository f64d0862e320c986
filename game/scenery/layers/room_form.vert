// What stands in a room, as the eye sees it.
#include "room_eye.glsl"
in vec3 in_place,in_normal,in_local,in_tone; in vec2 in_kind;
out vec3 place,normal,local,tone; out vec2 kind; out float away;
const float NEAR=0.4,FAR=20.0;
void main(){
    vec3 e=to_eye(in_place); place=in_place; normal=in_normal; local=in_local; tone=in_tone; kind=in_kind; away=e.z;
    gl_Position=vec4(e.x*u_view.x/u_view.y,(e.y*u_view.x-u_view.w*e.z)/u_view.z,((FAR+NEAR)*e.z-2.0*FAR*NEAR)/(FAR-NEAR),e.z);
}
