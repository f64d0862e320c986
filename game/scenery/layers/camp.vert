// A tent, a pool of light or a footprint: a quad about a place on the sand.
in vec2 in_corner; in vec4 in_thing; in float in_more; out vec2 q; out vec2 more; out float size;
uniform float u_aspect,u_margin,u_kind; uniform vec2 u_lean;
void main(){
    vec2 half_=u_kind<0.5?vec2(in_thing.z*1.9,in_thing.z*0.70):(u_kind<1.5?vec2(in_thing.z,in_thing.z*in_thing.w):in_thing.zw);
    vec2 mid=in_thing.xy+(u_kind<0.5?vec2(0.0,in_thing.z*0.52):vec2(0.0));
    q=u_kind<0.5?in_corner*vec2(1.9,0.70)+vec2(0.0,0.52):in_corner; more=vec2(in_thing.w,in_more); size=in_thing.z;
    vec2 p=mid+in_corner*half_; gl_Position=vec4((vec2(p.x/u_aspect-u_margin,p.y)+u_lean)*2.0-1.0,0.0,1.0);
}
