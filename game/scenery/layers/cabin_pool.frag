// Light from a window on level snow: as it falls from a sill's height, strongest a little before the wall, no edges.
in vec2 q; out vec4 colour; uniform vec3 u_warm;
void main(){
    vec2 p=vec2(q.x*7.0,(q.y*0.5+0.5)*13.0); float r=p.x*p.x*0.85+p.y*p.y*0.62;
    float fall=pow(1.0+r*0.22,-1.6)*p.y/(p.y+0.5)*1.9, edge=smoothstep(1.0,0.45,abs(q.x))*smoothstep(1.0,0.2,q.y);
    colour=vec4(encode(u_warm*fall)*edge+dither(gl_FragCoord.xy)*edge,0.0);
}
