// The whole screen, and the sky that lies mirrored at its corners: brighter and warmer to the side of the light.
in vec2 in_vert; out vec2 uv; out vec3 sky,cloud; uniform vec2 u_to_light; uniform vec3 u_high,u_low,u_clouds;
void main(){
    uv=in_vert*0.5+0.5; float warm=0.40+0.35*dot(in_vert,u_to_light); sky=mix(u_high,u_low,warm); cloud=u_clouds-sky;
    gl_Position=vec4(in_vert,0.0,1.0);
}
