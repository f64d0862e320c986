// Sand under the water: an even plane that runs out into the blue, a net of light over it.
in vec2 at; in vec3 plain,bright; in float seen; out vec4 colour; uniform sampler2D u_net;
uniform vec4 u_drift; uniform float u_aspect,u_horizon_ratio,u_ripple,u_seed,u_lean_x;
void main(){
    float away=0.13/(u_horizon_ratio+0.030-at.y); vec2 p=vec2((at.x-0.5-u_lean_x)*u_aspect*away,away);
    vec4 t=texture(u_net,p*vec2(0.55,0.75)+0.2+u_seed);
    float net=min(texture(u_net,p*0.62+u_drift.xy).r,texture(u_net,p*0.50+u_drift.zw+0.37).g);
    float grain=0.80+0.34*t.b+u_ripple*0.5*(t.a-0.5)*clamp(1.6-away,0.0,1.0);
    colour=vec4((plain+bright*net*(0.5+net))*grain+dither(gl_FragCoord.xy),1.0)*seen;
}
