// A wide soft blur in linear light, with the milkiness of mist: what light does there.
in vec2 uv; out vec4 colour; uniform sampler2D u_source; uniform vec2 u_step; uniform float u_milk;
vec3 light(vec2 at){vec3 c=texture(u_source,at).rgb; return c*c*(1.0+0.9*c*c);} // lamps were brighter than a picture can hold
void main(){
    vec3 c=vec3(0.0); // a Gaussian of 1.4 texels, two of them at each fetch
    vec2 near=u_step*0.70, far=u_step*2.10;
    c+=0.0950*(light(uv+near)+light(uv-near)+light(uv+near*vec2(1.0,-1.0))+light(uv-near*vec2(1.0,-1.0)));
    c+=0.0576*(light(uv+vec2(near.x,far.y))+light(uv-vec2(near.x,far.y))+light(uv+vec2(near.x,-far.y))+light(uv-vec2(near.x,-far.y)));
    c+=0.0576*(light(uv+vec2(far.x,near.y))+light(uv-vec2(far.x,near.y))+light(uv+vec2(far.x,-near.y))+light(uv-vec2(far.x,-near.y)));
    c+=0.0398*(light(uv+far)+light(uv-far)+light(uv+far*vec2(1.0,-1.0))+light(uv-far*vec2(1.0,-1.0)));
    vec3 above=(light(vec2(0.22,0.72))+light(vec2(0.41,0.86))+light(vec2(0.59,0.70))+light(vec2(0.78,0.82)))*0.25;
    above=mix(above,vec3(0.68,0.92,1.48)*dot(above,vec3(0.30,0.58,0.12)),0.78); // mist is the colour of air, not of one lamp
    float dark=1.0/(1.0+30.0*dot(above,vec3(0.30,0.58,0.12))); // by night the little light there is shows all the more
    colour=vec4(sqrt(mix(c,above*(1.0+1.1*dark),u_milk))+dither(gl_FragCoord.xy),1.0);
}
