in vec4 strip; in vec2 along; flat in vec3 tint; flat in vec2 haze; out vec4 colour;
uniform vec3 u_above,u_fade; uniform float u_glow;
void main(){
    float s=strip.x,cover=clamp(strip.z-abs(strip.y)+0.5,0.0,1.0),a; vec3 c;
    if(along.x>0.5){
        float v=strip.y/max(strip.z,0.5),ruff=sin(s*38.0+strip.w*20.0+v*2.2+sin(s*17.0)*1.5+haze.y);
        float edge=0.62+0.24*sin(s*46.0+strip.w*9.0+sign(v)*1.3+haze.y),k=abs(v)/edge;
        a=smoothstep(edge+0.10,edge-0.12,abs(v))*cover*(0.28+0.20*ruff*v+0.42*min(k*k*k,1.0))*smoothstep(1.0,0.55,s)*smoothstep(0.0,0.06,s);
        c=(tint*0.7+vec3(0.30,0.27,0.264))*0.66;
    }else{
        a=cover*(1.0-s)*0.50*(0.7+0.3*sin(s*60.0+strip.w*20.0)); c=(tint*0.7+u_above*0.3)*(0.60+0.25*along.y);
    }
    c=mix(c,c*u_fade,haze.x)*(1.0-haze.x*0.62)*(0.45+0.55*u_glow); colour=vec4(c*a*0.72,a*0.10*(1.0-haze.x));
}
