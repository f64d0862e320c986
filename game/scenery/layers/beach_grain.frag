// What lies on the sand, by how much it lightens or darkens it (0.5: not at all), lit from ahead: grains, ripples of
// the wind, stones and shells with their shadows, weed along the line of the tide.
#include "air.glsl"
#define WAVES 1
#include "beach.glsl"
in vec2 uv; out vec4 colour;
uniform float u_grain_top,u_margin,u_seed,u_height_px,u_tide;
float height(vec2 p,float fine){
    float bend=fbm2(p*vec2(2.1,2.6)+u_seed,3), rows=p.y*44.0+p.x*7.0+bend*15.0, wave=sin(rows)+0.35*sin(rows*2.0+1.1);
    float calm=smoothstep(0.35,0.62,fbm2(p*vec2(1.3,1.9)+u_seed+40.0,3));
    return wave*0.30*calm*fine+(fbm2(p*vec2(14.0,19.0)+u_seed+9.0,4)-0.47)*0.75+(bend-0.47)*0.45;
}
// Stones and shells, one in some cells of a grid: x its light, y how much it covers, z its shadow, w its own chance.
vec4 stones(vec2 p,float cell,float likely,float flat_){
    vec2 home=floor(p/cell); vec4 found=vec4(0.0);
    for(int i=0;i<9;i++){
        vec2 at=home+vec2(float(i%3)-1.0,float(i/3)-1.0); ivec2 id=ivec2(at)+ivec2(int(u_seed)*7+2048);
        float there=hash2(id*3+1); if(there>likely) continue;
        float size=cell*mix(0.07,0.24,pow(hash2(id*3+2),2.5)), turn=hash2(id*5+3)*3.14; vec2 middle=(at+0.2+0.6*vec2(hash2(id*5+4),hash2(id*5+5)))*cell, d=p-middle;
        d.y*=flat_; d=mat2(cos(turn),-sin(turn),sin(turn),cos(turn))*d*vec2(1.0,1.25+0.6*hash2(id*7+1)); float r=length(d)/size;
        vec2 e=p-middle+vec2(0.0,size*0.55); e.y*=flat_; found.z=max(found.z,0.62*smoothstep(1.35,0.35,length(e)/size));
        if(r<1.0){float up=(p.y-middle.y)*flat_/size; found.xyw=vec3(0.55+0.75*up+0.25*sqrt(1.0-r*r),smoothstep(1.0,0.8,r),hash2(id*11+2));}
    }
    return found;
}
void main(){
    vec2 at=vec2(uv.x*(1.0+2.0*u_margin)-u_margin,uv.y*u_grain_top); float under=u_horizon_ratio-at.y, z=EYE/under, s=shore_z(ground_x(at.x,z))-z;
    vec2 p=vec2(ground_x(at.x,z),z); float step_=z*z/(EYE*u_height_px)*1.5, fine=smoothstep(0.09,0.02,step_*1.6);
    float slope=(height(p+vec2(0.0,step_),fine)-height(p,fine))/step_, fade=1.0/(1.0+step_*22.0);
    float light=1.0+clamp(-slope*0.020,-0.22,0.26)*fade;
    light+=(hash2(ivec2(gl_FragCoord.xy))-0.5)*0.15*mix(0.45,1.0,fade)+(noise2(p*260.0)-0.5)*0.12*smoothstep(0.012,0.003,step_);
    vec3 c=vec3(light); float band=smoothstep(0.20,0.04,abs(s-u_tide));
    for(int k=0;k<2;k++){
        vec4 stone=stones(p+float(k)*3.7,k==0?0.055:0.026,(k==0?0.022:0.045)+band*0.28,0.75);
        c*=1.0-stone.z*(1.0-stone.y);
        vec3 own=stone.w<0.28?vec3(1.42,1.36,1.30):mix(vec3(0.50,0.48,0.50),vec3(0.86,0.80,0.76),fract(stone.w*9.0));
        c=mix(c,own*stone.x,stone.y);
    }
    float strand=abs(fbm2(p*vec2(5.0,8.0)+u_seed+77.0,4)-0.47), weed=smoothstep(0.035,0.012,strand)*smoothstep(0.055,0.015,abs(s-u_tide-0.06*(fbm2(p*vec2(2.0,1.0)+u_seed,2)-0.5)))*smoothstep(0.35,0.55,noise2(p*vec2(6.0,3.0)+u_seed));
    c=mix(c,vec3(0.40,0.42,0.38)*(0.8+0.4*light),weed*0.85);
    colour=vec4(clamp(c*0.5,0.0,1.0),1.0);
}
