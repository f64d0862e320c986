// A plane of cloud: lit tops, blue shade, light through thin edges, haze in its valleys.
in vec2 map; in vec3 light; in vec4 haze; in vec3 hand; in vec3 lit; in vec3 shade; in vec3 valley;
out vec4 colour; uniform sampler2D u_strip;
void main(){
    vec4 m=texture(u_strip,map); if(m.a<0.01) discard;
    vec2 n=m.rg*2.0-1.0;
    float sun=clamp(dot(n,light.xy)*0.78+light.z*0.40+(m.b-0.60)*0.75+0.06,0.0,1.0); sun=sun*sun*(3.0-2.0*sun);
    vec3 c=mix(shade*(0.80+0.26*m.b),lit,sun*clamp(m.b*1.7-0.15,0.0,1.0)*(1.0-0.55*hand.x));
    c+=(lit-c)*(1.0-m.a)*min(haze.x,0.8);
    float low=smoothstep(0.50,0.10,hand.y); c=mix(c,valley,low);
    float a=m.a*(1.0-0.78*hand.x*smoothstep(0.0,0.3,hand.y));
    colour=vec4((c+dither(gl_FragCoord.xy))*a,a);
}
