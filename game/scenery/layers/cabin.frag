// A house under the light of the hour, lit from within.
in vec2 map; in vec3 light; in vec3 fog; out vec4 colour;
uniform sampler2D u_map,u_more; uniform vec3 u_ambient,u_direct,u_glow; uniform float u_haze;
void main(){
    vec4 a=texture(u_map,map); if(a.a<0.004) discard; vec4 b=texture(u_more,map); vec3 body=decode(a.rgb/a.a); b.rgb/=a.a;
    vec2 n=b.rg*2.0-1.0; float z=sqrt(max(1.0-dot(n,n),0.0)), sun=max(n.x*light.x+n.y*light.y+z*light.z,0.0);
    vec3 c=body*(u_ambient*(0.72+0.36*n.y)+u_direct*sun*0.85); c=mix(c,fog,u_haze)+u_glow*b.b;
    colour=vec4((encode(c)+dither(gl_FragCoord.xy))*a.a,a.a);
}
