// The beach from a little beyond the waterline down to the eye: for each wave near by how far it runs up here and when.
#include "air.glsl"
#define WAVES 5
#include "beach.glsl"
in vec3 in_at; // across the screen 0..1, height on the screen 0..1, log2 of how many sheet pixels a pixel covers
out vec3 at; out vec2 wave[WAVES]; // how far each of these waves runs up here, and since when
uniform float u_run,u_swash_top;
void main(){
    at=in_at; float z=EYE/(u_horizon_ratio-in_at.y), x=ground_x(in_at.x,z);
    for(int i=0;i<WAVES;i++){
        vec4 w=u_wave[i]; wave[i]=vec2(u_run*u_high*(0.30+0.42*w.y)*(0.55+0.80*lobe(x,w.w)),since(w,x)-0.05);
    }
    gl_Position=vec4(at.x*2.0-1.0,at.y/u_swash_top*2.0-1.0,0.0,1.0);
}
