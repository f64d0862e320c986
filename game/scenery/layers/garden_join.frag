// All that a frame needs beside the skin in one small texture: light of two moments, lamp, and how far a pixel is
// as a share of how far bare ground or wall would be there (8 bits of that are finer than any shadow's rim).
in vec2 uv; out vec4 joined;
uniform sampler2D u_before,u_after; uniform highp sampler2D u_away,u_lamp_lit;
uniform float u_horizon_y,u_focal,u_eye_m;
void main(){
    ivec2 at=ivec2(gl_FragCoord.xy); float bare=min(u_eye_m*u_focal/max(u_horizon_y-uv.y,1e-3),12.0);
    joined=vec4(texelFetch(u_before,at,0).r,texelFetch(u_after,at,0).r,sqrt(texelFetch(u_lamp_lit,at,0).r*0.125),texelFetch(u_away,at,0).r/bare);
}
