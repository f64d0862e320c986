// Soft at its edge; as it mists over, the edge creeps inwards.
in vec2 v_at; in float v_long; in vec2 v_clear; out vec4 colour;
void main(){
    float along=clamp(v_at.x,0.0,v_long), d=length(v_at-vec2(along,0.0));
    float k=mix(v_clear.x,v_clear.y,v_long>1e-4?along/v_long:1.0);
    float a=smoothstep(0.55+0.45*k,0.34+0.42*k,d)*k;
    colour=vec4(1.0-0.97*a,1.0-a,1.0-a,1.0);
}
