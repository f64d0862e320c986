// Water standing on the pane, wherever the height field is high enough: a flat lens that turns the world upside down.
in vec2 v_at; in vec2 v_uv; out vec4 colour;
uniform sampler2D u_field,u_lens,u_blurred; uniform vec3 u_lamp; uniform float u_aspect;
const float REACH=1.70; const float EDGE=0.4277; // height of the outline: (1 - 1/REACH^2)^2
void main(){
    vec4 f=texture(u_field,v_uv);
    float h=clamp(f.z,1e-4,1.0), radius=max(f.w/max(f.z,1e-4),1.0);
    float slope2=dot(f.xy,f.xy), steep=4.0*sqrt(slope2)/(REACH*radius);
    float a=clamp((f.z-EDGE)/max(steep,1e-3)+0.5,0.0,1.0);
    float rho=sqrt(clamp((1.0-sqrt(h))/(1.0-sqrt(EDGE)),0.0,1.0));
    vec2 n=f.xy*inversesqrt(0.148+0.35*slope2); // slopes add up smoothly where drops have run together
    float kind=sin(v_uv.x*41.0)*sin(v_uv.y*37.0); // each a little another lens; by place alone, so that one drop is one lens
    float nn=min(dot(n,n),0.9), bend=0.36+0.10*kind+0.16*nn+0.22*nn*nn;
    vec2 at=vec2(v_uv.x*0.62+0.19,mix(v_uv.y,0.52,0.46-0.10*kind))-n*bend*vec2(0.50/u_aspect,0.40);
    vec3 near=texture(u_blurred,v_uv).rgb, c=mix(texture(u_blurred,at).rgb,near,0.14); // softened, or small drops would glitter
    c+=max(near*0.92-c,0.0)*0.66; // light from all around: water is never darker than a little less than what is behind it
    float big=smoothstep(2.5,8.0,radius); c+=max(texture(u_lens,at).rgb-c,0.0)*0.75*big*smoothstep(0.95,0.60,nn); // the lights in it stay crisp
    float low=smoothstep(-0.35,0.95,-n.y), rim=smoothstep(0.62,1.0,rho);
    c*=(0.94+0.20*low)*(1.0-rim*(0.36-0.28*low))*(1.04-0.20*c); // a white sky keeps its shape in a drop
    c+=(near*0.34+u_lamp*0.55)*low*smoothstep(0.62,0.88,rho)*smoothstep(1.0,0.88,rho);
    vec2 s=n-vec2(0.26+0.10*kind,0.50);
    c+=(u_lamp*1.5+near*0.55)*(exp(-dot(s,s)*44.0)*big);
    float shadow=(1.0-a)*smoothstep(EDGE*0.55,EDGE,f.z)*0.16*big*smoothstep(0.5,-0.7,n.y);
    colour=vec4(c*a,a+shadow);
}
