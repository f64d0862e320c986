// All that a frame needs beside the skin, in one texture: light of two moments, distance, lamp.
in vec2 uv; out vec4 joined;
uniform sampler2D u_before,u_after,u_away,u_lamp;
void main(){
    ivec2 at=ivec2(gl_FragCoord.xy);
    joined=vec4(texelFetch(u_before,at,0).r,texelFetch(u_after,at,0).r,texelFetch(u_away,at,0).r,texelFetch(u_lamp,at,0).r);
}
