// One disc of light for each lamp.
in vec2 in_corner; in vec4 in_place,in_tone,in_way;
out vec2 v_at; out vec3 v_tone; out float v_edge;
uniform vec2 u_lean,u_size; uniform vec3 u_day; uniform float u_aspect,u_blur,u_turn,u_sway,u_dark,u_lamps;
const float TAU=6.2831853;
void main(){
    float hour=u_turn*TAU, phase=in_place.w*TAU, period=floor(in_way.w+0.5);
    vec2 p=in_place.xy+in_way.x*u_sway*vec2(sin(hour*310.0+phase)*0.009+sin(hour*120.0+phase*3.0)*0.005,sin(hour*450.0+phase*2.0)*0.003);
    float way=fract(u_turn*period+in_place.w); p.x+=in_way.z*way;
    float on=smoothstep(in_tone.w-0.15,in_tone.w+0.15,u_dark)*u_lamps;
    on*=0.90+0.07*sin(hour*floor(160.0+in_place.w*240.0)+phase*5.0)+0.03*sin(hour*700.0+phase*9.0);
    on*=in_way.z==0.0?1.0:smoothstep(0.0,0.06,way)*smoothstep(1.0,0.94,way);
    vec3 tone=in_tone.rgb*mix(vec3(on),u_day*in_way.y,step(0.001,in_way.y));
    v_tone=sqrt(tone/(1.0+0.26*max(tone.r,max(tone.g,tone.b)))); // keeps its hue however bright
    v_tone=max(mix(vec3(dot(v_tone,vec3(0.30,0.58,0.12))),v_tone,1.16),0.0);
    float depth=fract(in_place.w*7.31); // lights before and behind the ones in the plane: three sizes of disc
    float r=u_blur*in_place.z*(depth<0.45?0.70:depth<0.82?1.0:1.40); r=max(r,3.0/u_size.y); v_at=in_corner; v_edge=r*u_size.y;
    vec2 uv=vec2(p.x/u_aspect+0.5,p.y)+u_lean+in_corner*r/vec2(u_aspect,1.0);
    gl_Position=vec4(uv*2.0-1.0,0.0,1.0);
}
