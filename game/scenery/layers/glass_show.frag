// The pane: the view, and on it every fine droplet, light at its foot and dark at its head.
in vec2 uv; out vec4 colour; uniform sampler2D u_view,u_droplets; uniform float u_shade,u_spark;
void main(){
    vec4 v=texture(u_view,uv); vec2 d=texture(u_droplets,uv).rg; float k=d.r*2.0-1.0;
    float there=clamp((v.a-d.g)*5.0+0.2,0.0,1.0);
    colour=vec4(v.rgb*(1.0+there*(min(k,0.0)*u_shade+max(k,0.0)*u_spark)),1.0);
}
