#define RIM
#define LAMPS
#include "garden_relit.glsl"
