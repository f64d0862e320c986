// The light of a curtain: rays side by side, green where they are brightest, a thin hem below, paler and bluer above.
in float along; in float up; flat in float which; in float dense; in float ease; in float drawn; out vec4 colour;
uniform sampler2D u_rays; uniform vec3 u_low,u_high,u_hem; uniform float u_rows;
void main(){
    vec3 rays=texture(u_rays,vec2(along,(which+0.5)/u_rows)).rgb;
    float fine=mix(0.5,rays.x,ease), middle=mix(0.55,rays.y,0.35+0.65*ease), kindled=drawn*(0.35+0.65*rays.z), whole=rays.z+kindled*0.9;
    float ray=(0.24+0.78*middle*middle+1.0*fine*fine*(0.4+middle))*whole;
    float reach=0.36+0.95*middle, e=max(up,0.0)/reach, foot=up-0.060*(1.0-middle)-0.020*(1.0-fine)+0.045;
    float low=clamp((foot+0.015)*7.15,0.0,1.0); low*=low*(1.6-0.6*low);
    float fall=exp(-e*2.2), rise=max(1.0-(e-0.55)*(e-0.55)*5.0,0.0), edge=max(1.0-(foot-0.026)*(foot-0.026)*700.0,0.0);
    vec3 c=u_low*(fall*fall*low*1.05)+mix(u_low,u_high,0.5)*vec3(0.4,0.8,1.0)*(fall*low*0.24);
    c+=u_high*(low*rise*rise*0.42)+u_hem*(edge*edge*0.24*low);
    float halo=max(1.0-abs(up)*(up<0.0?2.2:1.0),0.0); halo*=halo*halo*0.24*whole;
    colour=vec4((c*ray*1.2+u_low*vec3(0.5,0.55,0.75)*halo)*dense*smoothstep(1.0,0.62,up)*(which<0.5?0.80:(which<1.5?0.62:0.46)),1.0);
}
