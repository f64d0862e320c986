// A room as its lights are now: the map of each, times its strength.
#include "room_light.glsl"
in vec2 uv; out vec4 colour;
void main(){
    ivec2 at=ivec2(gl_FragCoord.xy);
    colour=vec4(shown(texelFetch(u_fire,at,0),texelFetch(u_window,at,0).rgb,texelFetch(u_candle,at,0).rgb),1.0);
}
