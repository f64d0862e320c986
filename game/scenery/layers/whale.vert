// A whale swimming: its body bends more and more towards the tail.
#include "air.glsl"
#include "sea.glsl"
in vec4 in_part; out vec4 part; out vec4 blue;
uniform vec4 u_at; uniform vec2 u_stroke; // x, y, length, heading; stroke, and how far it tips over
void main(){
    vec2 p=in_part.xy; float u=clamp(p.x,0.0,1.3);
    p.y+=0.042*u*u*sin(u_stroke.x-u*2.6)+0.006*sin(u_stroke.x+0.6); p-=vec2(0.4,0.0);
    float c=cos(u_stroke.y),s=sin(u_stroke.y); p=mat2(c,s,-s,c)*p;
    vec2 at=u_at.xy+vec2(-u_at.w*p.x/u_aspect,p.y)*u_at.z; part=in_part;
    blue=vec4(blue_at(clamp(at,0.002,0.998)),lit_at(at)); gl_Position=vec4(at*2.0-1.0,0.0,1.0);
}
