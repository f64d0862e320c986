// A room as its lights are now.
#include "room_light.glsl"
in vec2 uv; out vec4 colour;
void main(){ivec2 at=ivec2(gl_FragCoord.xy); colour=vec4(lit(texelFetch(u_low,at,0),texelFetch(u_high,at,0).rgb),1.0);}
