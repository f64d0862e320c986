// One quad a speck: adrift, lit by the water's light, shining of itself, or stirred.
#include "air.glsl"
#include "sea.glsl"
in vec2 in_corner; in vec4 in_speck; out vec2 q; flat out vec3 tint; flat out float wide;
uniform sampler2D u_stirred; uniform vec4 u_roam; uniform vec2 u_drift,u_lean; uniform vec3 u_colour,u_other;
uniform float u_amount,u_shine,u_touch,u_size,u_height_px,u_fade;
const float TAU=6.2831853;
void main(){
    float near=in_speck.z,k=in_speck.w,k2=fract(k*17.0),k3=fract(k*131.0);
    vec2 roam=vec2(sin(u_roam.x+k*50.0)+0.6*sin(u_roam.y+k*90.0),sin(u_roam.z+k*70.0)+0.6*sin(u_roam.w+k*30.0))*0.014*(0.4+near);
    vec2 at=fract(in_speck.xy+u_drift*(1.0+floor(k2*3.0)))*1.1-0.05+roam/vec2(u_aspect,1.0)+u_lean*near;
    float blurred=smoothstep(0.86,1.0,near),l=lit_at(at);
    vec2 side=smoothstep(vec2(-0.05),vec2(0.02),at)*smoothstep(vec2(1.05),vec2(0.98),at); float here=side.x*side.y;
    float stirred=textureLod(u_stirred,clamp(at,0.0,1.0),0.0).g; stirred=stirred/(0.22+stirred)*u_touch*(0.25+0.75*k2*k2)*1.3;
    float turn=0.5+0.5*sin(u_fade*(1.0+floor(k3*2.0))+k*TAU*9.0); turn*=turn;
    float lit=step(k3,u_amount)*(0.10+0.75*l)*(0.5+0.5*turn)*pow(1.0-0.985*blurred,4.0);
    float shining=step(fract(k*57.0),u_shine)*turn*0.9*pow(1.0-0.985*blurred,4.0);
    vec3 own=mix(u_colour,u_other,k2); tint=(own*(shining+stirred*1.15*pow(1.0-0.9*blurred,3.0))+(u_direct*0.55+u_sky_top*0.35)*lit)*here;
    float r=u_size*u_height_px*(0.30+0.35*near+0.70*max(shining,stirred)+2.6*blurred); q=in_corner; wide=blurred;
    gl_Position=vec4((at+in_corner*max(r,1.1)/(vec2(u_aspect,1.0)*u_height_px))*2.0-1.0,0.0,1.0);
    if(max(tint.r,max(tint.g,tint.b))<0.012) gl_Position=vec4(2.0,2.0,0.0,1.0);
}
