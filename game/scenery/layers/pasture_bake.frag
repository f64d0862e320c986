// First map: the colour of things. Second: the way they face, and the air before them.
in vec3 body; in vec3 face; in vec2 at; out vec4 colour; uniform float u_which;
void main(){
    float grain=0.86+0.28*noise2(at*vec2(420.0,900.0));
    colour=vec4(u_which<0.5?sqrt(clamp(body*grain,0.0,1.0)):vec3(face.x*0.5+0.5,face.y,face.z),1.0);
}
