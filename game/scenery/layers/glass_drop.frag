// Water standing on the pane, wherever the height field is high enough: a lens that turns the world upside down.
in vec2 v_at; in vec2 v_uv; out vec4 colour;
uniform sampler2D u_field,u_lens,u_blurred; uniform vec3 u_lamp; uniform float u_aspect;
const float REACH=1.45; const float EDGE=0.275; // height of the outline: (1 - 1/REACH^2)^2
void main(){
    vec4 f=texture(u_field,v_uv);
    float h=clamp(f.z,1e-4,1.0), root=sqrt(h), radius=max(f.w/max(f.z,1e-4),1.0);
    float slope=length(f.xy), steep=4.0*slope/(REACH*radius);
    float a=clamp((f.z-EDGE)/max(steep,1e-3)+0.5,0.0,1.0);
    float rho2=clamp((1.0-root)/(1.0-sqrt(EDGE)),0.0,1.0), rho=sqrt(rho2);
    float lone=sqrt(max(1.0-root,1e-5))*root; // what the slope would be if this drop stood alone
    vec2 n=f.xy/max(slope,1e-4)*rho*clamp(slope/lone,0.0,1.15);
    float bend=0.30+0.34*rho2+0.42*rho2*rho2*rho2;
    vec2 at=vec2(v_uv.x*0.55+0.225,mix(v_uv.y,0.52,0.50))-n*bend*vec2(0.52/u_aspect,0.46);
    vec3 c=texture(u_lens,clamp(at,0.01,0.99)).rgb*1.10+0.003;
    vec3 near=texture(u_blurred,v_uv).rgb;
    float low=smoothstep(-0.15,0.9,-n.y), rim=smoothstep(0.58,1.0,rho);
    c*=(0.70+0.60*low)*(1.0-rim*(0.84-0.52*low));
    c+=near*(1.05*low*smoothstep(0.66,0.88,rho)*smoothstep(1.0,0.90,rho)+0.04);
    float big=smoothstep(2.5,8.0,radius); vec2 s=n-vec2(0.32,0.48);
    c+=u_lamp*exp(-dot(s,s)*44.0)*big*3.4;
    vec2 t=(n-vec2(-0.28,-0.52))*vec2(0.8,1.6); c+=(near*1.3+0.01)*exp(-dot(t,t)*16.0)*0.75;
    float shadow=(1.0-a)*smoothstep(EDGE*0.42,EDGE,f.z)*0.26*big*smoothstep(0.5,-0.7,n.y);
    colour=vec4(encode(c)*a,a+shadow);
}
