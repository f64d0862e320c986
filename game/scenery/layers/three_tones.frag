// A map of shares of three colours, which were worked out at the corners.
in vec2 map; in vec3 first; in vec3 second; in vec3 third; out vec4 colour; uniform sampler2D u_map;
void main(){
    vec4 m=texture(u_map,map); if(m.a<0.01) discard;
    colour=vec4(m.r*first+m.g*second+m.b*third,m.a);
}
