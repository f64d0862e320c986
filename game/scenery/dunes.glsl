// The height of sand, as `game/scenery/desert/lie.py` has it: three texels a dune.
uniform sampler2D u_dunes; uniform int u_count; uniform float u_lee; uniform vec4 u_phases;
float dune_height(vec2 p){
    vec2 m=vec2(p.x*u_lee,p.y);
    float total=1.3*sin(dot(m,vec2(0.021,0.013))+u_phases.x)+0.9*sin(dot(m,vec2(0.043,-0.027))+u_phases.y)
        +0.30*sin(dot(m,vec2(0.11,0.07))+u_phases.z)+0.12*sin(dot(m,vec2(0.23,-0.17))+u_phases.w);
    for(int i=0;i<u_count;i++){
        vec4 a=texelFetch(u_dunes,ivec2(0,i),0), b=texelFetch(u_dunes,ivec2(1,i),0), c=texelFetch(u_dunes,ivec2(2,i),0);
        vec2 d=m-a.xy; float along=dot(d,a.zw);
        float behind=d.x*a.w-d.y*a.z-b.z*(sin(along/b.w*2.0+c.x)+0.35*sin(along/b.w*4.7+c.x*2.1));
        float top=b.y*exp(-pow(abs(along/b.x),2.2))*(1.0+0.10*sin(along/b.w*3.1+c.x*1.7));
        float before=top*pow(1.0-clamp(-behind/c.y,0.0,1.0),1.55);
        float own=(behind>0.0?top-0.6*behind:before)-1.0, k=clamp(0.5+0.5*(own-total)/c.z,0.0,1.0);
        total=mix(total,own,k)+c.z*k*(1.0-k);
    }
    return total;
}
