// Rock and coral under water: light from above and the net it throws, the blue before it, tips that let light through.
in vec2 map,net_at; in vec3 ambient,direct,blue; in vec2 tips; in float aside; out vec4 colour;
uniform sampler2D u_map,u_net; uniform vec3 u_rock,u_coral; uniform float u_blue_ratio;
void main(){
    vec4 m=texture(u_map,map); if(m.a<0.004) discard; m.rgb/=m.a; float g=m.g,g2=g*g,side=0.5+(m.r-0.5)*aside;
    float net=texture(u_net,net_at).r; net*=net;
    vec3 body=mix(u_rock,u_coral,smoothstep(0.05,0.85,m.b));
    vec3 c=body*(ambient*(0.20+0.94*g2+0.20*side*g)+direct*g2*((0.45+0.9*side)*0.85+1.5*net))+direct*(body+0.06)*g2*g2*0.28*tips.x;
    colour=vec4(mix(encode(c),blue,u_blue_ratio),1.0)*(m.a*smoothstep(0.0,0.14,g)); // a foot without light lies under the sand
}
