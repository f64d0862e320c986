// What wind, clouds and hands do to a meadow (needs air.glsl; uniforms set by meadow/weather.py). Places: x in screen
// heights from the left margin, y from the bottom edge; u: 0 the crest of the slope, 1 at the visitor's feet.
uniform vec4 u_cloud_drift; uniform float u_shadow,u_sway,u_margin,u_still; uniform vec2 u_lean;
uniform mat4 u_hands_a,u_hands_b,u_hands_c; uniform float u_hands;
// How much of the sun the clouds leave: shadows drift slowly, smaller the farther.
float cloud_shade(float x,float u){
    float s=1.0/(0.30+0.70*max(u,0.0)*max(u,0.0)), far=log(s)*1.1-min(u,0.0)*1.6;
    vec2 g=vec2((x-u_aspect*0.5)*mix(s,1.9,0.45)*0.95,far*2.1+3.0);
    float n=noise2(g+u_cloud_drift.xy)*0.68+noise2(g*2.3+u_cloud_drift.zw)*0.32;
    return 1.0-u_shadow*smoothstep(0.47,0.68,n);
}
// The wind at a place: 0 still, about 1 in a gust. Fronts are bent and come later far off.
float waft(float x,float u){
    float bent=x-0.55*(1.0-u)+0.34*noise2(vec2(x*1.1,u*3.0)+7.0);
    return clamp(0.5+0.5*gust(bent-u_aspect*u_margin),0.0,1.0);
}
float flutter(float x,float u){
    return (sin(2.0*u_wind.y+x*7.0+u*23.0)*0.6+sin(3.0*u_wind.z+x*17.0-u*9.0)*0.4)*step(0.0001,u_wind.x);
}
vec2 hand(vec4 h,vec2 p,float reach){
    vec2 d=(p-h.xy)/reach; float g=exp(-dot(d,d))*h.z; return vec2(d.x*1.9,-0.55)*g;
}
// Where hands push what stands here, as a share of its height.
vec2 brushed(vec2 p){
    vec2 push=vec2(0.0);
    if(u_hands>0.5) for(int i=0;i<4;i++) push+=hand(u_hands_a[i],p,0.17)+hand(u_hands_b[i],p,0.17)+hand(u_hands_c[i],p,0.17);
    return push/(1.0+length(push));
}
// How far a blade's tip goes, as a share of its height.
vec2 bent(vec2 p,float u,float blow){
    float b=u_sway*(0.04+0.95*blow*blow+0.10*flutter(p.x,u)*(0.35+blow)); return vec2(b,-0.42*b*b)+brushed(p)*0.75;
}
