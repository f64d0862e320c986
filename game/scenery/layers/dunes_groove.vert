// A piece of a groove: two ends on the screen, wider the nearer it lies, flatter where it runs across the picture.
in vec2 in_corner; in vec4 in_ends; in vec2 in_times; out vec2 q; out float along; out float shown;
uniform float u_now,u_life,u_aspect,u_horizon_ratio,u_wide; uniform vec2 u_lean;
void main(){
    vec2 scale=vec2(u_aspect,1.0), a=in_ends.xy*scale, b=in_ends.zw*scale, d=b-a; float far=length(d);
    vec2 way=far>0.0005?d/far:vec2(1.0,0.0), across=vec2(-way.y,way.x); bool last=in_corner.y>0.0; vec2 end=last?b:a;
    float near=clamp((u_horizon_ratio+0.06-0.5*(a.y+b.y))/u_horizon_ratio,0.16,1.0), wide=u_wide*near;
    float thick=wide*mix(0.66,1.0,abs(across.x)); along=far/thick; q=vec2(in_corner.x,last?along+1.0:-1.0);
    shown=clamp(1.0-(u_now-(last?in_times.y:in_times.x))/u_life,0.0,1.0);
    gl_Position=vec4(((end+way*thick*in_corner.y+across*thick*in_corner.x)/scale+u_lean)*2.0-1.0,0.0,1.0);
}
