// One quad a flake: it falls again and again, swaying on its way, each at its own distance.
in vec2 in_corner; in vec4 in_flake; // across, height, nearness, chance
out vec2 q; out float shown;
uniform float u_aspect,u_height_px,u_size,u_amount,u_bright; uniform vec2 u_fallen; uniform vec4 u_sway; uniform vec2 u_lean; uniform sampler2D u_hand;
void main(){
    float near=in_flake.z, chance=in_flake.w, slow=floor(3.0+near*5.0);
    float y=fract(in_flake.y-u_fallen.x*slow), sway=sin(u_sway.x+chance*40.0)*0.6+sin(u_sway.y*(1.0+floor(chance*3.0))+in_flake.x*50.0)*0.4;
    float x=fract(in_flake.x+u_fallen.y*slow+(sway*0.010+u_sway.z*0.05*sin(u_sway.w+y*3.0))*(0.3+near));
    vec2 at=vec2(x*1.1-0.05,y*1.1-0.05)+u_lean*near;
    // A hand wakes flakes that were not to be seen, and they whirl about it.
    vec2 hand=textureLod(u_hand,vec2(at.x,0.5),0.0).rg; float off=(at.y-hand.y)*4.5, woken=hand.x*exp(-off*off);
    at+=vec2(sin(u_sway.x*2.0+chance*44.0)/u_aspect,cos(u_sway.x*2.0+chance*44.0))*0.030*woken;
    float r=max(u_size*u_height_px*mix(0.16,1.0,near*near),0.75)*(1.0+0.5*woken);
    shown=u_bright*mix(0.80,0.62,near)*smoothstep(fract(chance*57.0)-0.06,fract(chance*57.0)+0.02,u_amount*1.08-0.05+0.9*woken);
    q=in_corner; gl_Position=vec4((at+in_corner*r/vec2(u_aspect*u_height_px,u_height_px))*2.0-1.0,0.0,1.0);
    if(shown<0.01) gl_Position=vec4(2.0,2.0,0.0,1.0);
}
