// Light on the bed, small: direct (half), depth, light of the sky (half), what red comes through the water.
in vec2 uv; out vec4 colour; uniform sampler2D u_net,u_shadow;
uniform float u_aspect,u_seed,u_nets,u_dapple,u_clear; uniform vec4 u_drift; uniform vec2 u_leaves,u_soft,u_middle;
void main(){
    vec2 p=vec2(uv.x*u_aspect,uv.y); vec2 bent=0.012*vec2(sin(p.y*5.0+u_seed),sin(p.x*5.0));
    float net=min(texture(u_net,(p+bent)*0.78+u_drift.xy,0.6).r,texture(u_net,p*0.64+u_drift.zw+0.37,0.6).g);
    float leaves=noise2(p*2.6+u_seed+u_leaves)*0.62+noise2(p*6.3+u_seed-u_leaves*1.7)*0.38;
    float dapple=1.0-u_dapple*smoothstep(0.44,0.66,leaves);
    float s=texture(u_shadow,uv).r*0.36+0.16*(texture(u_shadow,uv+u_soft).r+texture(u_shadow,uv-u_soft).r
        +texture(u_shadow,uv+vec2(u_soft.x,-u_soft.y)).r+texture(u_shadow,uv+vec2(-u_soft.x,u_soft.y)).r);
    vec2 d=(p-u_middle)/vec2(max(u_aspect*0.60,0.40),0.62); float depth=1.0-smoothstep(0.05,1.15,length(d)+0.34*(noise2(p*1.9+u_seed)-0.5));
    float direct=(0.62+u_nets*(net*net*6.0-0.34))*dapple*(1.0-0.92*s)*mix(1.0,0.80,depth);
    colour=vec4(clamp(direct,0.0,2.0)*0.5,depth,(1.0-0.55*s)*0.5,exp(-(depth*1.15+0.10)*mix(2.1,0.85,u_clear)*0.95));
}
