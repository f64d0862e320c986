// What a hand stirred: a soft round place that comes slowly, spreads and fades.
in vec2 in_corner; in vec4 in_place; out vec2 q; flat out float strength; uniform float u_aspect;
const float LIFE=8.0;
void main(){
    float age=in_place.z; strength=in_place.w*smoothstep(0.0,0.7,age)*exp(-age*0.42)*(1.0-smoothstep(LIFE-2.5,LIFE,age));
    float reach=0.085+0.045*(1.0-exp(-age*0.5)); q=in_corner; vec2 at=in_place.xy+in_corner*reach/vec2(u_aspect,1.0);
    gl_Position=vec4(at*2.0-1.0,0.0,1.0);
}
