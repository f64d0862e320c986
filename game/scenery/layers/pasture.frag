// Land under the light of the hour, then the air before it.
in vec2 map; in vec3 light; in vec3 fog; in float sun; out vec4 colour;
uniform sampler2D u_map,u_more; uniform vec3 u_ambient,u_direct; uniform float u_haze;
void main(){
    vec4 m=texture(u_map,map); if(m.a<0.01) discard; vec3 f=texture(u_more,map).rgb/m.a, body=m.rgb/m.a; body*=body;
    vec2 n=vec2(f.r*2.0-1.0,f.g); float z=sqrt(max(1.0-dot(n,n),0.02));
    float lit=max(n.x*light.x+n.y*light.y+z*light.z,0.0)*sun;
    vec3 c=body*(u_ambient*(0.42+0.38*n.y)+u_direct*lit*(0.30+0.62*lit)); c=mix(c,fog,f.b*u_haze);
    colour=vec4((encode(c)+dither(gl_FragCoord.xy))*m.a,m.a);
}
