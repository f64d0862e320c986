// What of a garden's light runs straight over the screen: one over the distances of bare ground and walls, the way to
// what shades a place (for each metre of its distance, in the leaf shadow's measure), and the colour of far air.
in vec2 in_vert; in vec2 in_uv; out vec2 uv; out vec3 near; out vec2 shaded; out vec3 air;
uniform float u_aspect,u_horizon_y,u_focal,u_eye_m; uniform vec2 u_bare[2],u_shade_slope; uniform vec4 u_reach; uniform vec3 u_air_left,u_air_right;
void main(){
    float x=(in_uv.x-0.5)*u_aspect/u_focal,up=(in_uv.y-u_horizon_y)/u_focal;
    near=vec3(-up/u_eye_m,u_bare[0].x*x+u_bare[0].y,u_bare[1].x*x+u_bare[1].y);
    shaded=(vec2(x,1.0)-u_shade_slope*up)*u_reach.zw; air=mix(u_air_left,u_air_right,in_uv.x); uv=in_uv;
    gl_Position=vec4(in_vert,0.0,1.0);
}
