// Water standing on the pane, wherever the height field is high enough: a fisheye that holds the whole view upside down.
in vec2 v_at; in vec2 v_uv; in vec2 v_own; out vec4 colour;
uniform sampler2D u_field,u_lens,u_blurred; uniform vec3 u_lamp; uniform float u_aspect,u_night;
const float REACH=1.70; const float EDGE=0.4277; // height of the outline: (1 - 1/REACH^2)^2
void main(){
    vec4 f=texture(u_field,v_uv);
    float h=clamp(f.z,1e-4,1.0), radius=max(f.w/max(f.z,1e-4),1.0);
    float slope2=dot(f.xy,f.xy), steep=4.0*sqrt(slope2)/(REACH*radius);
    float inside=(f.z-EDGE)/max(steep,1e-3), a=clamp(inside+0.5,0.0,1.0); // in pixels from its border
    float big=smoothstep(2.5,7.0,radius);
    vec2 n=f.xy*inversesqrt(0.148+0.35*slope2); // slopes add up smoothly where drops have run together
    float kind=v_own.x; // each a little another lens
    float nn=min(dot(n,n),0.95), bend=0.38+0.05*kind+0.22*nn+0.34*nn*nn*nn;
    vec2 at=vec2(mix(v_uv.x,0.5,0.52),mix(v_uv.y,0.46,0.72))-n*bend*vec2(0.46,0.48);
    at=mix(abs(at),1.0-abs(1.0-at),step(0.5,at)); // folded back where it would leave the picture
    vec3 near=texture(u_blurred,v_uv).rgb, c=mix(near,texture(u_lens,at).rgb,0.42+0.36*big)+near*0.05; // softened, or small drops would glitter
    float lum=dot(c,vec3(0.30,0.58,0.12)); c=mix(vec3(lum),c,0.90+0.50*smoothstep(0.12,0.34,lum)*smoothstep(0.0,0.08,c.r-c.b))*(1.0+max(lum-0.16,0.0)*(3.0*u_night*big)); // lights stay points in it, and gather; a blue sky does not
    c*=1.06-0.16*c; // a white sky keeps its shape
    float low=smoothstep(-0.25,0.95,-n.y), wide=1.3+0.10*radius;
    float rim=smoothstep(wide,0.0,inside-0.4);
    c*=(0.86+0.26*low)*(1.0-rim*(0.34-0.32*low));
    float foot=low*low*smoothstep(0.2,1.2,inside)*smoothstep(2.0+0.16*radius,0.8,inside);
    c+=(near*0.42+u_lamp*0.35+0.03)*foot*(1.0-0.45*near)*big;
    vec2 s=n-vec2(0.16+0.34*v_own.y,0.48+0.14*kind); float glint=max(1.0-dot(s,s)*36.0,0.0);
    c+=u_lamp*(0.8*big*glint*glint);
    float shadow=(1.0-a)*clamp((f.z/EDGE-0.6)*2.5,0.0,1.0)*0.20*big*clamp(0.42-0.83*n.y,0.0,1.0);
    colour=vec4(c*a,a+shadow);
}
