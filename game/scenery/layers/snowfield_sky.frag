// The sky, small and soft: several places of it for every pixel.
in vec2 uv; out vec4 colour; uniform sampler2D u_sky;
void main(){
    vec3 c=vec3(0.0);
    for(int i=0;i<9;i++){
        c+=texture(u_sky,uv+vec2(float(i%3)-1.0,(float(i/3)-1.0)*2.0)*vec2(0.005,0.010)).rgb;
    }
    colour=vec4(c/9.0,1.0);
}
