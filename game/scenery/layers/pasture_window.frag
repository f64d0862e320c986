in vec2 q; flat in vec2 edge; out vec4 colour; uniform vec3 u_light;
void main(){
    vec2 inside=clamp((1.0-abs(q))/edge+0.5,0.0,1.0); float pane=inside.x*inside.y, d=max(length(q)-0.6,0.0);
    colour=vec4(u_light*(pane*0.85+exp(-d*d*0.9)*0.16*smoothstep(4.0,2.0,length(q))),0.0);
}
