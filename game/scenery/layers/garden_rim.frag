#define RIM
#define LAMPS
#define GLOW
#include "garden_relit.glsl"
