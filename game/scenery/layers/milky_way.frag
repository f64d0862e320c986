// A galaxy seen from within, laid along the map: the disc of its stars, thick and thinning upwards; the swollen heart of old
// ones; young stars in clouds; and before them a thinner sheet of dust, which reddens what it dims (Cardelli, Clayton and
// Mathis, ApJ 345, 1989: blue is taken nearly twice as much as red).
in vec2 uv; out vec4 colour; uniform float u_seed,u_dust,u_wide; uniform vec3 u_heart,u_arms; uniform int u_octaves;
// Clouds within clouds, drawn out where the larger ones turn over.
float billows(vec2 p){
    float sum=0.0,share=0.52; vec2 drawn=vec2(0.0);
    for(int i=0;i<u_octaves;i++){
        float n=noise2(p+drawn); sum+=share*sqrt(abs(2.0*n-1.0)); drawn+=0.6*vec2(n-0.5,0.5-n);
        p=vec2(p.y*-2.07,p.x*2.07)+5.3; share*=0.50;
    }
    return sum;
}
void main(){
    vec2 here=(uv*2.0-1.0)*1.72, own=vec2(u_seed*0.61,-u_seed);
    float bend=fbm2(here*0.9+own,2)-0.5, ruffle=fbm2(here*3.7-own,u_octaves)-0.5;
    float along=here.x-0.12, up=here.y+0.16*bend+0.05*ruffle, thick=0.100*u_wide*(0.75+0.55*exp(-along*along*4.0));
    float disc=1.0/(1.0+up*up/(thick*thick)); disc*=disc; // about sech squared
    float far=length(vec2(along*0.80,up*1.30)), heart=exp(-far/0.105)+0.30*exp(-far*far*13.0);
    float crowd=fbm2(vec2(along*2.7,up*3.9)+own*1.7+2.0*ruffle,u_octaves), young=disc*smoothstep(0.38,0.64,crowd);
    float veil=exp(-up*up/(7.0*thick*thick));
    float middle=up+0.018+0.05*bend, sheet=exp(-middle*middle/(0.20*thick*thick)), spurs=exp(-up*up/(1.7*thick*thick));
    float lumps=fbm2(vec2(along*3.0,up*6.0)-own*0.7+1.4*ruffle,u_octaves), threads=billows(vec2(along*2.6,up*5.0)+own+bend*2.0);
    float rift=smoothstep(0.33,0.58,lumps+0.30*(0.55-threads)), spur=smoothstep(0.48,0.68,lumps+0.35*(0.50-threads));
    float depth=u_dust*(sheet*(0.4+3.0*rift)+1.9*spurs*spur);
    vec3 through=exp(-depth*vec3(0.78,1.02,1.38));
    vec3 old=u_heart*(2.3*heart*(0.15+1.5*crowd*crowd)+0.05*disc), blue=u_arms*(0.85*young*(1.0-0.70*min(heart,1.0))+0.07*disc+0.022*veil);
    vec3 c=(old+blue)*through+0.10*u_heart*depth*heart*exp(-depth);
    c+=vec3(0.42,0.09,0.17)*young*smoothstep(0.79,0.93,noise2(here*19.0+own))*through; // hydrogen that young stars light
    ivec2 cell=ivec2(floor(uv*1024.0)); float grain=hash2(cell+ivec2(int(u_seed)*7,3)), few=hash2(cell+ivec2(91,int(u_seed)*5));
    c+=c*(smoothstep(0.80,1.0,grain)*0.55-0.06+smoothstep(0.990,1.0,few)*1.5);
    colour=vec4(sqrt(1.0-exp(-max(c,0.0)*1.15)),1.0); // a crowded heart keeps its gold
}
