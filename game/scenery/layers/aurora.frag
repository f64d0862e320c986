// The light of a curtain: rays side by side, green where they are brightest, a thin hem below, paler and bluer above.
in float along; in float up; flat in float which; in float dense; in float ease; in float drawn; out vec4 colour;
uniform vec3 u_low,u_high,u_hem; uniform vec4 u_drift; uniform float u_seed;
void main(){
    float k=which*31.0+u_seed;
    float fine=noise2(vec2(along*190.0+k,u_drift.x+k)), middle=noise2(vec2(along*58.0+u_drift.y+k,u_drift.z));
    fine=mix(0.5,fine,ease); middle=mix(0.55,middle,0.35+0.65*ease);
    float broad=smoothstep(0.26,0.80,noise2(vec2(along*5.2+u_drift.z+k,u_drift.w+k)));
    float ends=smoothstep(0.0,0.09,along)*smoothstep(1.0,0.91,along), whole=broad*ends*(1.0+0.45*drawn);
    float ray=(0.24+0.78*middle*middle+0.72*fine*fine*(0.4+middle))*whole;
    float reach=0.55+0.72*middle, e=max(up,0.0)/reach, foot=up-0.080*(1.0-middle)-0.028*(1.0-fine)+0.05;
    float low=smoothstep(-0.015,0.125,foot); low*=low*(1.6-0.6*low);
    vec3 c=u_low*(exp(-e*4.4)*low*1.05)+mix(u_low,u_high,0.5)*vec3(0.4,0.8,1.0)*(exp(-e*2.3)*low*0.24);
    c+=u_high*(low*exp(-(e-0.55)*(e-0.55)*11.0)*0.42)+u_hem*(exp(-(foot-0.026)*(foot-0.026)*1500.0)*0.24*low);
    vec3 halo=u_low*vec3(0.5,0.55,0.75)*(exp(-abs(up)*(up<0.0?6.5:3.8))*smoothstep(-0.55,-0.28,up)*0.24*whole);
    colour=vec4((c*ray*1.2+halo)*dense*smoothstep(1.0,0.62,up)*(which<0.5?0.80:(which<1.5?0.62:0.46)),1.0);
}
