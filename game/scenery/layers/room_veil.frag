// While a room is being made: its warm dusk, with light where the fire burns.
in vec2 uv; out vec4 colour; uniform vec3 u_wall,u_fire_light,u_window_light; uniform vec2 u_hearth; uniform float u_aspect;
void main(){
    vec2 d=(uv-u_hearth)*vec2(u_aspect,1.0); float near=1.0/(1.0+6.0*dot(d,d)),floor_=smoothstep(0.30,0.22,uv.y);
    vec3 c=u_wall*(u_fire_light*near*near*0.30*mix(1.0,0.8,floor_)+u_window_light*0.20); colour=vec4(encode(c)+dither(gl_FragCoord.xy),1.0);
}
