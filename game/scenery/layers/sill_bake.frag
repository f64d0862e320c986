// How a surface answers the light of the window (first) and of the lamp in the room (second); square roots.
in vec2 v_place; in vec3 v_normal,v_tone; in vec4 v_kind;
layout(location=0) out vec4 o_window; layout(location=1) out vec4 o_lamp;
uniform vec2 u_lamp_at; uniform vec4 u_contacts[6]; uniform float u_seed,u_aspect;
void main(){
    vec3 n=normalize(v_normal+vec3(0.0,0.0,1e-4)); vec3 tone=v_tone; float open=v_kind.x;
    float wood=abs(v_kind.w);
    vec2 g=v_kind.w<0.0?v_place.yx:v_place;
    float flat_top=smoothstep(0.9,0.97,n.y)*wood;
    g.y*=mix(1.0,2.1,flat_top);
    float wave=fbm2(vec2(g.x*1.6,g.y*9.0)+u_seed,3);
    float lines=fbm2(vec2(g.x*3.0,(g.y+wave*0.05)*150.0)+u_seed*2.0,4);
    tone*=mix(1.0,0.62+0.42*wave+0.44*lines,wood);
    float dimmed=1.0; // from the lamp's light, on the side away from it
    float shaded=1.0; // from the window's light: what stands here throws its shadow towards the room
    for(int i=0;i<6;i++){
        vec4 k=u_contacts[i]; vec2 d=(v_place-k.xy)/vec2(max(k.z,1e-3)*1.25,max(k.z,1e-3)*0.30);
        float away=k.x-u_lamp_at.x; vec2 s=(v_place-k.xy-vec2(sign(away)*k.z*1.1,-0.004))/vec2(max(k.z,1e-3)*2.3,max(k.z,1e-3)*0.34);
        open*=1.0-flat_top*k.w*(0.48*exp(-dot(d,d))+0.18*exp(-dot(s,s)*1.2));
        vec2 r=v_place-k.xy; float down=-r.y/0.034, soft=0.22+0.5*max(down,0.0), wide=max(k.z,1e-3)*(1.02+0.25*down);
        shaded*=1.0-flat_top*k.w*0.55*smoothstep(1.0+soft,1.0-soft,abs(r.x)/wide)*smoothstep(-0.42,0.10,down)*exp(-max(down,0.0)*0.85);
        vec2 q=v_place-k.xy-vec2(sign(away)*k.z*1.5,0.002); q/=vec2(max(k.z,1e-3)*1.9,max(k.z,1e-3)*0.26);
        dimmed*=1.0-flat_top*k.w*0.62*exp(-dot(q,q));
    }
    float graze=pow(1.0-clamp(n.z,0.25,1.0),2.0); // held back, or the finest edges would break into dots
    float back=smoothstep(0.0,0.075,v_place.y)*flat_top;
    float window=open*(0.22+0.50*max(n.y,0.0)*(0.45+0.55*n.z+0.7*back+0.30*flat_top*wood)+0.48*graze*(0.35+0.65*max(n.y*0.6+0.4,0.0)))+v_kind.z*0.85;
    window+=v_kind.y*open*(0.30*pow(max(n.y*0.8+0.2,0.0),4.0)*back+0.55*graze*graze);
    window*=shaded;
    vec3 to=normalize(vec3(u_lamp_at-v_place,0.45)); float far=length(u_lamp_at-v_place)*min(1.78/u_aspect,1.0);
    float fall=1.0/(1.0+far*far*0.62);
    float lamp=open*dimmed*fall*(0.15+1.30*max(dot(n,to),0.0)+0.62*flat_top)+v_kind.z*0.10*fall;
    vec3 half_way=normalize(to+vec3(0.0,0.0,1.0));
    float shine=v_kind.y*open*fall*pow(max(dot(n,half_way),0.0),42.0);
    vec3 sheen=vec3(0.078,0.072,0.066)*flat_top*open*shaded*(0.12+0.88*back*back)*(0.6+0.8*wave);
    o_window=vec4(sqrt(tone*window+sheen),1.0);
    o_lamp=vec4(sqrt(tone*lamp*1.5+vec3(0.9)*shine),1.0);
}
