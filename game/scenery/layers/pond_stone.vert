// One quad a stone of the bed, with room for the shadow at its foot.
in vec2 in_corner; in vec4 in_stone; in vec4 in_look; // x, y, radius, long over broad; turn, tone, tint, chance
out vec2 q,place; flat out vec4 look; uniform float u_aspect;
void main(){
    q=in_corner*1.5; look=vec4(in_look.yzw,in_look.x); vec2 r=vec2(in_stone.w,1.0)*in_stone.z*inversesqrt(in_stone.w);
    float c=cos(in_look.x),s=sin(in_look.x); vec2 d=q*r; vec2 at=in_stone.xy+vec2(d.x*c-d.y*s,d.x*s+d.y*c);
    place=at; gl_Position=vec4(vec2(at.x/u_aspect,at.y)*2.0-1.0,0.0,1.0);
}
