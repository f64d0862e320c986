// The bed through clear water: stones that face the light, and what the water takes of it.
in vec2 uv; out vec4 colour; uniform sampler2D u_bed,u_light;
uniform vec3 u_stone,u_warm,u_moss,u_water,u_ambient,u_direct; uniform vec2 u_to_light; uniform float u_clear;
void main(){
    vec4 b=texture(u_bed,uv),l=texture(u_light,uv); 
    vec3 body=b.g<0.5?mix(u_moss,u_stone,smoothstep(0.05,0.5,b.g)):mix(u_stone,u_warm,smoothstep(0.5,1.0,b.g)); body*=b.r*(0.35+b.r)*3.4;
    float facing=max(0.66+1.30*dot(b.ba*2.0-1.0,u_to_light),0.06);
    vec3 c=body*(u_ambient*l.b*2.0+u_direct*l.r*2.0*facing);
    float lost=1.0-l.a; vec3 through=vec3(l.a,1.0-lost*(0.20+0.22*lost),1.0-lost*(0.33+0.28*lost)); // powers 1, 0.21, 0.32
    c=c*through+u_water*(u_ambient*0.9+u_direct*(0.16+0.34*l.r))*(1.0-through.r)*mix(0.85,0.5,u_clear);
    colour=vec4(encode(c),1.0);
}
