// A galaxy seen from within, along the map: arms, a heart, knots of stars, two lanes of dust that fork and join.
in vec2 uv; out vec4 colour; uniform float u_seed,u_dust,u_wide; uniform vec3 u_heart,u_arms; uniform int u_octaves;
float ridge(vec2 p){ float v=0.0,a=0.5; for(int i=0;i<u_octaves;i++){ v+=a*(1.0-abs(2.0*noise2(p)-1.0)); p=mat2(1.6,1.2,-1.2,1.6)*p+17.3; a*=0.5; } return v; }
void main(){
    vec2 p=(uv*2.0-1.0)*1.6, s=vec2(u_seed,u_seed*0.37);
    vec2 warp=vec2(fbm2(p*2.6+s,u_octaves),fbm2(p*2.6+s+40.0,u_octaves))-0.47;
    float along=p.x, off=p.y-0.05*sin(along*1.7+u_seed)+warp.y*0.16;
    float heart=exp(-pow((along-0.1+warp.x*0.2)/0.42,2.0)), wide=(0.12+0.10*heart)*u_wide;
    float b=off/wide, body=exp(-b*b), cloud=fbm2(p*vec2(3.4,5.2)+warp*2.2+s+9.0,u_octaves);
    float light=body*(0.22+3.6*cloud*cloud)*(0.50+1.15*heart)+0.20*exp(-b*b*0.22);
    float lane=exp(-pow((off+0.012+warp.x*0.09)/(0.030*u_wide*(1.0+0.8*heart)),2.0));
    float dust=smoothstep(0.58,0.82,ridge(p*vec2(1.7,3.2)+warp*1.6+s+70.0))*body*1.2+lane*(0.15+1.5*fbm2(p*6.0+warp*3.0+s,u_octaves));
    light*=exp(-2.7*u_dust*dust);
    vec3 tone=mix(u_arms,u_heart,clamp(heart*exp(-b*b*0.7)*1.25-0.1+0.3*dust*heart,0.0,1.0));
    vec3 c=tone*light*0.62+vec3(0.30,0.07,0.11)*pow(max(cloud-0.52,0.0)*2.4,2.0)*body*exp(-1.5*dust);
    vec2 cell=floor(uv*1024.0); float grain=hash2(ivec2(cell)+ivec2(int(u_seed)*7,3)), few=hash2(ivec2(cell)+ivec2(91,int(u_seed)*5));
    c+=tone*light*(smoothstep(0.86,1.0,grain)*0.30+smoothstep(0.992,1.0,few)*0.9);
    colour=vec4(sqrt(clamp(c*0.95,0.0,1.0)),1.0);
}
