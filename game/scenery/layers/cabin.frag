// A house under the light of the hour, as the snow about it is lit; and lit from within.
in vec2 map; in vec3 light; in vec3 fog; in vec3 open; out vec4 colour;
uniform sampler2D u_map,u_more; uniform vec3 u_direct,u_glow; uniform float u_haze;
void main(){
    vec4 a=texture(u_map,map); if(a.a<0.004) discard; vec4 b=texture(u_more,map); vec3 body=decode(a.rgb/a.a); b.rgb/=a.a;
    vec2 n=b.rg*2.0-1.0; float z=sqrt(max(1.0-dot(n,n),0.0)), sun=max(n.x*light.x+n.y*light.y+max(z,0.5)*light.z,0.0); sun=max(sun*1.16-0.16,0.0);
    sun*=1.16-0.46*sun;
    vec3 c=body*(open*(0.46+0.56*n.y+0.30*n.x*light.x)+u_direct*sun); c=mix(c,fog,u_haze)+u_glow*b.b;
    colour=vec4((encode(c)+dither(gl_FragCoord.xy))*a.a,a.a);
}
