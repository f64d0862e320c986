// A piece of a groove: two ends on the screen, wider the nearer it lies.
in vec2 in_corner; in vec4 in_ends; in vec2 in_times; out vec2 q; out vec2 way; out float shown; out float tall;
uniform float u_now,u_life,u_aspect,u_horizon_ratio,u_wide; uniform vec2 u_lean;
void main(){
    vec2 a=vec2(in_ends.x*u_aspect,in_ends.y), b=vec2(in_ends.z*u_aspect,in_ends.w), d=b-a; float far=length(d);
    vec2 along=far>0.0005?d/far:vec2(1.0,0.0); bool last=in_corner.y>0.0;
    float y=mix(a.y,b.y,last?1.0:0.0), near=clamp((u_horizon_ratio+0.06-y)/u_horizon_ratio,0.10,1.0), wide=u_wide*near;
    vec2 across=vec2(-along.y,along.x); float flat_=mix(0.62,1.0,abs(across.x)); // seen from above at a slant
    float age=(u_now-(last?in_times.y:in_times.x))/u_life; shown=smoothstep(1.0,0.35,age)*smoothstep(0.0,0.01,age+0.004);
    tall=(far+2.0*wide)/wide; q=vec2(in_corner.x,(in_corner.y*0.5+0.5)*tall); way=across;
    vec2 at=(last?b:a)+along*wide*in_corner.y+across*in_corner.x*wide*flat_;
    gl_Position=vec4((at/vec2(u_aspect,1.0)+u_lean)*2.0-1.0,0.0,1.0);
}
