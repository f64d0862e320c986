// Four fetches a pixel: a clean quarter of the size.
in vec2 uv; out vec4 colour; uniform sampler2D u_source; uniform vec2 u_step;
void main(){
    colour=0.25*(texture(u_source,uv+u_step)+texture(u_source,uv-u_step)
        +texture(u_source,uv+u_step*vec2(1.0,-1.0))+texture(u_source,uv-u_step*vec2(1.0,-1.0)));
}
