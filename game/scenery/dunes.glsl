// The height of sand, as `game/scenery/desert/sand.py` has it: three texels a dune, one vector a swell of the ground.
uniform sampler2D u_dunes; uniform int u_count; uniform float u_lee; uniform vec4 u_swells[5];
float dune_height(vec2 p){
    vec2 m=vec2(p.x*u_lee,p.y); float ground=0.0, heap=0.0;
    for(int i=0;i<5;i++) ground+=u_swells[i].z*cos(dot(m,u_swells[i].xy)+u_swells[i].w);
    for(int i=0;i<u_count;i++){
        vec4 a=texelFetch(u_dunes,ivec2(0,i),0), b=texelFetch(u_dunes,ivec2(1,i),0), c=texelFetch(u_dunes,ivec2(2,i),0);
        vec2 d=m-a.xy; float v=d.y*a.z-d.x*a.w, u=v/b.x, body=max(1.0-u*u,0.0);
        float turn=v*b.w; turn+=c.x+c.y*sin(turn*0.381966+c.x*1.7);
        float lee=dot(d,a.zw)-(b.z*sin(turn)+c.w*u*u), top=b.y*body*body*(1.0+0.09*cos(turn*0.618034+1.1));
        float q=clamp(-lee/(c.z*(0.4+0.6*body)),0.0,1.0), s=top-0.649*lee, f=0.22*top+1e-4;
        float slid=s>f?s:(s>-f?(s+f)*(s+f)/(4.0*f):0.0), h=lee<0.0?top*(1.0-q)*(1.0-q*q):slid;
        h*=h; heap+=h*h;
    }
    return ground+sqrt(sqrt(heap));
}
