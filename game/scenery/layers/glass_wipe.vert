// One piece of a finger's stroke: a capsule from one moment of it to the next.
in vec2 in_corner; in vec4 in_ends; in vec2 in_clear;
out vec2 v_at; out float v_long; out vec2 v_clear; uniform float u_aspect,u_radius;
void main(){
    vec2 a=in_ends.xy,b=in_ends.zw,d=b-a; float len=length(d); d=len>1e-5?d/len:vec2(1.0,0.0);
    vec2 p=mix(a,b,in_corner.x*0.5+0.5)+d*in_corner.x*u_radius+vec2(-d.y,d.x)*in_corner.y*u_radius;
    v_at=vec2(dot(p-a,d),dot(p-a,vec2(-d.y,d.x)))/u_radius; v_long=len/u_radius; v_clear=in_clear;
    gl_Position=vec4(p.x/u_aspect*2.0-1.0,p.y*2.0-1.0,0.0,1.0);
}
