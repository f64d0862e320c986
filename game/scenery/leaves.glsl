// Light on plants and small things of a baked map (side, light, hue; see foliage.glsl for `lit`), given their colour.
// Light from behind leaves a silhouette in the colour of the shade, a rim, and a glow in leaves near the light.
uniform vec3 u_ambient,u_direct;
vec3 lit_body(vec3 body,vec3 m,vec4 lit){
    float g=m.g, sun=clamp(0.30+(m.r-0.5)*lit.y+lit.x*0.5,0.0,1.0)*g, grey=dot(body,vec3(0.3,0.5,0.2)), front=1.0-lit.w;
    float dim=(0.28+0.34*g)*lit.w, open=(0.22+0.9*g)*front+0.3*dim, warm=(sun*0.85+lit.z*(0.30-g*0.12))*front;
    float rim=clamp((m.r-0.5)*lit.y*5.0-0.9,0.0,1.0)*sqrt(lit.z); // the side towards the light, drawn thin
    float edge=((sqrt(lit.z)*m.b*g*g*g*1.5+sun*sun*0.55)*grey+rim*0.10)*lit.w;
    return u_ambient*(body*open+(grey*0.6+0.13)*dim)+u_direct*(body*warm+edge);
}
