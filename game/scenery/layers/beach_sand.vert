// The beach from a little beyond the waterline down to the eye: for each of four waves how far it runs up here and when.
#include "air.glsl"
#define WAVES 4
#include "beach.glsl"
in vec3 in_at; // across the screen 0..1, height on the screen 0..1, log2 of how many sheet pixels a pixel covers
out vec3 at; out vec4 reach; out vec4 age;
uniform float u_run;
void main(){
    at=in_at; float z=EYE/(u_horizon_ratio-in_at.y), x=ground_x(in_at.x,z);
    for(int i=0;i<4;i++){
        vec4 wave=u_wave[i]; reach[i]=u_run*u_high*(0.30+0.42*wave.y)*(0.55+0.80*lobe(x,wave.w)); age[i]=since(wave,x)-0.05;
    }
    gl_Position=vec4(at.xy*2.0-1.0,0.0,1.0);
}
