// What stands in for a world until it is ready: its own sky, out of focus and dim.
in vec2 uv; out vec4 colour;
uniform vec3 u_top,u_middle,u_low; uniform float u_light;
void main(){
    vec3 c=mix(u_low,u_middle,smoothstep(0.0,0.55,uv.y)); c=mix(c,u_top,smoothstep(0.45,1.1,uv.y));
    vec2 v=uv-0.5;
    colour=vec4(encode(c*u_light)*(1.0-dot(v,v)*0.5)+dither(gl_FragCoord.xy),1.0);
}
