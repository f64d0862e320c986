// One direction of a wide soft blur: what light does in mist.
in vec2 uv; out vec4 colour; uniform sampler2D u_source; uniform vec2 u_step;
void main(){
    vec3 c=texture(u_source,uv).rgb; float s=1.0;
    for(int i=1;i<6;i++){
        float w=exp(-float(i*i)*0.085); vec2 d=u_step*float(i)*1.5;
        c+=w*(texture(u_source,uv+d).rgb+texture(u_source,uv-d).rgb); s+=2.0*w;
    }
    colour=vec4(c/s,1.0);
}
