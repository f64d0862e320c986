// One quad a mote, roaming on slow sines about its home; mirrored ones hang below the ground they hover on.
in vec2 in_corner; in vec4 in_mote; // home x, home height, nearness, chance
out vec2 q; out vec3 tint;
uniform float u_aspect,u_horizon_ratio,u_height_px,u_size,u_amount,u_glow,u_mirror,u_wander,u_rise,u_low,u_high,u_lit;
uniform vec2 u_source_at; uniform vec3 u_colour,u_other,u_light; uniform vec4 u_phases; uniform vec2 u_lean; uniform float u_fade;
const float TAU=6.2831853;
float wave(float phase,float speed,float chance){return sin(phase*speed+chance*TAU*7.0);}
void main(){
    float near=in_mote.z, chance=in_mote.w; float speed=1.0+floor(fract(chance*19.0)*3.0);
    vec2 roam=vec2(wave(u_phases.x,speed,chance)*0.6+wave(u_phases.y,1.0,in_mote.x)*0.9,
                   wave(u_phases.z,speed,in_mote.x)*0.5+wave(u_phases.w,1.0,chance*3.0)*0.6)*u_wander*(0.05+0.16*near);
    float home=fract(in_mote.y+u_rise*0.2*(3.0+floor(fract(chance*31.0)*5.0)));
    float edge=mix(1.0,smoothstep(0.0,0.12,home)*smoothstep(1.0,0.88,home),step(0.0001,abs(u_rise)));
    float ground=u_horizon_ratio*mix(0.985,0.10,near);
    float over=u_low+(u_high-u_low)*home*mix(0.20,1.0,near)+roam.y*0.6;
    vec2 at=vec2(in_mote.x*1.1-0.05+roam.x/u_aspect*1.6,ground+max(over,0.004));
    float turn=u_fade*(1.0+floor(fract(chance*7.0)*2.0))/2.0;
    float b=smoothstep(-0.1,1.0,sin(TAU*(turn+chance*13.0)));
    b*=b*edge*mix(0.42,1.0,near)*smoothstep(fract(chance*57.0)-0.08,fract(chance*57.0)+0.02,u_amount*1.1-0.05);
    float r=u_size*u_height_px*mix(0.14,1.0,near*near)*(0.7+0.3*b);
    vec2 shape=vec2(1.0);
    if(u_mirror>0.5){at.y=2.0*ground-at.y; b*=0.36; shape=vec2(1.0,1.8); if(at.y>u_horizon_ratio-0.004)b=0.0;}
    vec2 away=(at-u_source_at)*vec2(u_aspect,1.0); b*=smoothstep(0.06,0.15,length(away)); // none for a second sun or moon
    at+=u_lean*(0.2+0.8*near);
    q=in_corner; tint=mix(mix(u_colour,u_other,fract(chance*23.0)),u_light,u_lit)*b*u_glow;
    gl_Position=vec4((at+in_corner*shape*max(r,1.2)/vec2(u_aspect*u_height_px,u_height_px))*2.0-1.0,0.0,1.0);
    if(b*u_glow<0.006) gl_Position=vec4(2.0,2.0,0.0,1.0);
}
