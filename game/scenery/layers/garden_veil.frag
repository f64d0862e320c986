// What stands in for the garden while it is being baked: its bands of colour, without a line in them.
in vec2 uv; out vec4 colour;
uniform vec3 u_sand,u_wall,u_wood; uniform float u_horizon_y,u_kerb_m,u_focal,u_eye_m,u_top_y;
void main(){
    float foot=u_horizon_y-u_eye_m*u_focal/11.5,top=u_top_y,kerb=u_kerb_m>0.0?u_horizon_y-u_eye_m*u_focal/u_kerb_m:-1.0;
    vec3 c=mix(u_sand,u_wall*0.7,smoothstep(foot-0.04,foot+0.05,uv.y));
    c=mix(u_wood*0.7,c,smoothstep(kerb-0.10,kerb+0.02,uv.y));
    float cover=1.0-smoothstep(top-0.03,top+0.03,uv.y);
    colour=vec4((encode(c)+dither(gl_FragCoord.xy))*cover,cover);
}
