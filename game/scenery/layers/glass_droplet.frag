// Red: what the droplet does to the light behind it (0.5 nothing); green: when it comes back after a wipe.
in vec2 v_at; in float v_key; in float v_size; out vec4 colour;
void main(){
    float t=v_key*40.0; vec2 q=v_at; float c2=q.x*q.x-q.y*q.y, s2=2.0*q.x*q.y, c3=q.x*(q.x*q.x-3.0*q.y*q.y);
    float r=length(q)*(1.0+0.15*cos(t)*c2+0.15*sin(t)*s2+0.12*cos(t*1.7)*c3);
    float a=clamp((1.0-r)*v_size*0.9+0.5,0.0,1.0); if(a<=0.0) discard;
    float edge=min(r*r,1.0), foot=smoothstep(-0.25,0.85,-q.y);
    float k=-0.26-0.30*edge*(1.0-foot)+0.92*foot*(1.0-0.60*edge*edge);
    vec2 s=q-vec2(0.15,-0.45); k+=0.30*exp(-dot(s,s)*9.0);
    colour=vec4(mix(0.5,k*0.5+0.5,a),fract(v_key*57.3)*0.8,0.0,1.0);
}
