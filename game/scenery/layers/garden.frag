#include "garden_relit.glsl"
