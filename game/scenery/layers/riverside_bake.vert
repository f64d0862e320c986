// A town in metres, seen from over the water or (eye below 0) from under it, as its mirror shows it; one tile of a map.
in vec3 in_at,in_normal; in vec4 in_on; in vec2 in_kind; // on the surface: u, v, what it covers; chance, lamp light
out vec3 at,normal; out vec4 on; out float lamp; flat out float chance;
uniform vec4 u_tile; uniform vec2 u_band; // left, bottom, width, height in the map (0..1); what of the screen it shows
uniform float u_focal,u_eye,u_horizon_ratio,u_vanish_x,u_aspect,u_margin;
void main(){
    at=in_at; normal=in_normal; on=in_on; chance=in_kind.x; lamp=in_kind.y;
    float z=in_at.z;
    vec2 p=vec2(u_vanish_x*z+u_focal*in_at.x/u_aspect,u_horizon_ratio*z+u_focal*(in_at.y-u_eye));
    p=vec2((p.x+u_margin*z)/(1.0+2.0*u_margin),(p.y-u_band.x*z)/(u_band.y-u_band.x));
    p=(p-u_tile.xy*z)/u_tile.zw*2.0-z;
    gl_Position=vec4(p,z*(400.5/399.5)-2.0*0.5*400.0/399.5,z);
}
