// One ellipse a ring, flat on the water: farther ones are smaller and flatter.
in vec2 in_corner; in vec4 in_ring; // x, y on the screen, age in seconds, strength
out vec2 q; flat out vec3 life; // radius, strength, how far to the right the light stands
uniform float u_aspect,u_horizon_ratio,u_source_x;
const float LIFE=7.0;
void main(){
    float d=u_horizon_ratio-in_ring.y, age=in_ring.z;
    life.x=0.10+0.26*pow(age,0.85);
    life.y=in_ring.w*smoothstep(0.0,0.25,age)*exp(-age*0.42)*(1.0-smoothstep(LIFE-2.0,LIFE,age));
    life.z=(u_source_x-in_ring.x)*u_aspect;
    float reach=life.x+0.30; q=in_corner*reach;
    vec2 size=(0.05+d*1.25)*vec2(1.0/u_aspect,0.15+d*0.75);
    vec2 at=in_ring.xy+q*size; gl_Position=vec4(at.x*2.0-1.0,at.y/u_horizon_ratio*2.0-1.0,0.0,1.0);
}
