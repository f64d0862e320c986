// Sixteen fetches a pixel: what is behind, clean at an eighth of a picture of half size.
in vec2 uv; out vec4 colour; uniform sampler2D u_source; uniform vec2 u_step;
void main(){
    vec3 c=vec3(0.0);
    for(int y=-3;y<4;y+=2) for(int x=-3;x<4;x+=2) c+=texture(u_source,uv+u_step*vec2(x,y)).rgb;
    colour=vec4(c*0.0625,1.0);
}
