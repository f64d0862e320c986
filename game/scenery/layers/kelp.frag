// A blade of weed: wavy edge, a rib, light through it; or its stalk.
in vec4 shape; in vec4 blue; in vec2 faced; flat in float chance; out vec4 colour;
#include "air.glsl"
#include "sea.glsl"
uniform vec3 u_blade; uniform float u_haze,u_soft;
void main(){
    float v=shape.y,a,l=blue.w; vec3 c;
    if(shape.w<0.5){
        a=clamp((1.0-abs(v))*shape.z+0.2,0.0,1.0);
        c=u_blade*(u_ambient*0.35+u_direct*l*(0.14+0.10*v));
    }else{
        float u=shape.w-1.0, uu=shape.x, w=4.0*uu*(1.0-uu)*(1.10-0.15*u); w*=0.88+0.12*sin(u*26.0+chance*50.0+v*2.0);
        float bulb=(u-0.050)*22.0; w=max(max(w,0.07*step(u,0.2)),0.46*sqrt(max(1.0-bulb*bulb,0.0)));
        float edge=(w-abs(v))*shape.z; a=clamp((edge+0.5)/(1.0+u_soft*shape.z),0.0,1.0)*clamp(w*shape.z*1.6,0.0,1.0)*smoothstep(1.0,0.97,u);
        if(a<0.004) discard;
        float rib=smoothstep(0.16,0.0,abs(v)), rim=smoothstep(0.40,0.02,(w-abs(v))/max(w,0.05))*step(0.0,faced.x+0.2);
        c=u_blade*(u_ambient*(0.42+0.30*faced.x)+u_direct*l*(0.30+0.26*faced.x+0.12*faced.y))*(1.0-0.42*rib);
        c+=u_direct*(u_blade*0.55+0.10)*rim*l*0.55;
    }
    colour=vec4(behind(c,blue.rgb*(0.78+0.22*u_haze),u_haze),1.0)*a;
}
