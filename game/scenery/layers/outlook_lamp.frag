// A soft disc, a little brighter at its rim, as a real lens draws a point out of focus.
in vec2 v_at; in vec3 v_tone; in float v_edge; out vec4 colour;
void main(){
    float d=dot(v_at,v_at), r=sqrt(d);
    float a=clamp((1.0-r)*v_edge*0.55,0.0,1.0)*sqrt(0.74+0.16*d+0.22*smoothstep(0.70,0.86,r));
    colour=vec4(v_tone*a,0.0);
}
