// Which thing stands at each pixel's middle, and how far: so that garden_things.frag need look closely only at rims.
in vec2 uv; out vec2 found;
#ifdef BARE
void main(){found=vec2(0.0,-1.0);}
#else
#include "garden_view.glsl"
#include "garden_things.glsl"
#include "garden_find.glsl"
void main(){float t; int which=first(uv,t); found=vec2(t,float(which));}
#endif
