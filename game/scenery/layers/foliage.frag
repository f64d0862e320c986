// Plants under the light of the hour: needles and leaves, the light through their edges, the air before them.
in vec2 map; in vec4 lit; in vec4 haze; out vec4 colour;
uniform sampler2D u_map; uniform vec3 u_needle,u_leaf,u_ambient,u_direct;
void main(){
    vec4 m=texture(u_map,map); if(m.a<0.004) discard; m.rgb/=m.a;
    float sun=clamp(0.30+(m.r-0.5)*lit.y+lit.x*0.5,0.0,1.0)*m.g;
    vec3 body=mix(u_needle,u_leaf,m.b); float grey=dot(body,vec3(0.3,0.5,0.2));
    // Light from behind leaves a silhouette in the colour of the shade, a rim, and a glow in leaves near the light.
    float rim=sun*sun*sun, glow=sqrt(lit.z)*m.b*m.g*m.g*m.g;
    vec3 front=body*(u_ambient*(0.22+0.9*m.g)+u_direct*(sun*0.85+lit.z*(0.30-m.g*0.12)));
    vec3 back=mix(body,vec3(grey),0.7)*u_ambient*(0.20+0.28*m.g)+u_direct*(grey*(glow*1.5+rim*0.30));
    vec3 c=mix(front,back,lit.w);
    c=c*(1.0-haze.a)+haze.rgb;
    colour=vec4(encode(c)*m.a,m.a);
}
