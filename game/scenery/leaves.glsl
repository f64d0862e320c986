// Light on plants and small things of a baked map (side, light, hue; see foliage.glsl for `lit`), given their colour.
uniform vec3 u_ambient,u_direct;
vec3 lit_body(vec3 body,vec3 m,vec4 lit){
    float sun=clamp(0.30+(m.r-0.5)*lit.y+lit.x*0.5,0.0,1.0)*m.g, grey=dot(body,vec3(0.3,0.5,0.2));
    // Light from behind leaves a silhouette in the colour of the shade, a rim, and a glow in leaves near the light.
    float rim=sun*sun*sun, glow=sqrt(lit.z)*m.b*m.g*m.g*m.g;
    vec3 front=body*(u_ambient*(0.22+0.9*m.g)+u_direct*(sun*0.85+lit.z*(0.30-m.g*0.12)));
    vec3 back=mix(body,vec3(grey),0.7)*u_ambient*(0.20+0.28*m.g)+u_direct*(grey*(glow*1.5+rim*0.30));
    return mix(front,back,lit.w);
}
