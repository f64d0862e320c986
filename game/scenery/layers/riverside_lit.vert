// The cells of a town's map that hold something, laid over a target of the map's own size; the air before them.
#include "air.glsl"
in vec2 in_at; out vec2 uv; out vec3 haze; out float warm_air; uniform vec2 u_band; uniform float u_margin;
void main(){
    uv=in_at; vec2 at=vec2(uv.x*(1.0+2.0*u_margin)-u_margin,mix(u_band.x,u_band.y,uv.y));
    haze=fog_at(at); warm_air=exp(-max(at.y-u_horizon_ratio,0.0)*7.0);
    gl_Position=vec4(uv*2.0-1.0,0.0,1.0);
}
