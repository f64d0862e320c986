// One quad a flake: it falls again and again, swaying on its way, each at its own distance.
in vec2 in_corner; in vec4 in_flake; // across, height, nearness, chance
out vec2 q; out float shown;
uniform float u_aspect,u_height_px,u_size,u_amount,u_bright; uniform vec2 u_fallen; uniform vec4 u_sway; uniform vec2 u_lean;
void main(){
    float near=in_flake.z, chance=in_flake.w, slow=floor(3.0+near*5.0);
    float y=fract(in_flake.y-u_fallen.x*slow), sway=sin(u_sway.x+chance*40.0)*0.6+sin(u_sway.y*(1.0+floor(chance*3.0))+in_flake.x*50.0)*0.4;
    float x=fract(in_flake.x+u_fallen.y*slow+(sway*0.010+u_sway.z*0.05*sin(u_sway.w+y*3.0))*(0.3+near));
    vec2 at=vec2(x*1.1-0.05,y*1.1-0.05)+u_lean*near;
    float r=max(u_size*u_height_px*mix(0.16,1.0,near*near),0.75);
    shown=u_bright*mix(0.80,0.62,near)*smoothstep(fract(chance*57.0)-0.06,fract(chance*57.0)+0.02,u_amount*1.08-0.05);
    q=in_corner; gl_Position=vec4((at+in_corner*r/vec2(u_aspect*u_height_px,u_height_px))*2.0-1.0,0.0,1.0);
    if(shown<0.01) gl_Position=vec4(2.0,2.0,0.0,1.0);
}
