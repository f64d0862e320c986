// A tile drawn three times as large, brought down into its place on the maps.
layout(location=0) out vec4 o_surface; layout(location=1) out vec4 o_shape; layout(location=2) out vec4 o_lamp;
uniform sampler2D u_surface,u_shape,u_lamp; uniform vec2 u_corner;
void main(){
    ivec2 first=ivec2(gl_FragCoord.xy-u_corner)*3; vec3 own=vec3(0.0),lamp=vec3(0.0); vec4 shape=vec4(0.0); float held=0.0,gloss=0.0;
    for(int y=0;y<3;y++) for(int x=0;x<3;x++){
        vec4 s=texelFetch(u_surface,first+ivec2(x,y),0), l=texelFetch(u_lamp,first+ivec2(x,y),0);
        own+=s.rgb*s.rgb*s.a; lamp+=l.rgb*l.rgb*s.a; gloss+=l.a*s.a; shape+=texelFetch(u_shape,first+ivec2(x,y),0)*s.a; held+=s.a;
    }
    float some=max(held,1e-3); held/=9.0;
    o_surface=vec4(sqrt(own/some)*held,held); o_shape=shape/some*held; o_lamp=vec4(sqrt(lamp/some)*held,gloss/some*held);
}
