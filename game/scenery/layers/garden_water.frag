// The bowl's water with its rings, and the thread that falls into it from the bamboo.
in vec2 uv; out vec4 colour;
uniform vec4 u_box,u_bowl,u_thread; uniform vec3 u_sky,u_sun,u_deep,u_lamp; uniform vec4 u_phase;
uniform float u_aspect,u_horizon_y,u_focal,u_eye_m;
void main(){
    vec2 at=mix(u_box.xy,u_box.zw,uv); vec3 d=vec3((at.x-0.5)*u_aspect,at.y-u_horizon_y,u_focal);
    vec2 p=d.xz*((u_bowl.w-u_eye_m)/d.y); vec2 q=(p-u_bowl.xy)/u_bowl.z; float r=length(q),cover=smoothstep(1.0,0.92,r)*0.94;
    vec2 e=(p-u_thread.xy)/u_bowl.z; float k=length(e);
    float w=sin(k*19.0-u_phase.x)*exp(-k*2.4)+0.5*sin(k*31.0-u_phase.y+e.x*9.0)*exp(-k*2.2);
    vec3 c=mix(u_deep,u_sky,clamp(0.66+0.20*w+q.y*0.42-q.x*0.16,0.0,1.0))+u_sun*smoothstep(0.62,1.1,w)*0.30*smoothstep(0.9,0.2,k);
    c=(c+u_lamp*0.02)*mix(0.5,1.0,smoothstep(1.0,0.75,r));
    float top=u_horizon_y-(u_eye_m-u_thread.w)/u_thread.y*u_focal,low=u_horizon_y-(u_eye_m-u_bowl.w)/u_thread.y*u_focal,f=(top-at.y)/(top-low);
    if(f>0.0&&f<1.0){
        float wide=(0.0120-0.0052*f)*(1.0+0.13*sin(f*22.0-u_phase.z))*u_focal/u_thread.y;
        float x=(at.x-0.5)*u_aspect-u_thread.x/u_thread.y*u_focal+0.0006*sin(f*9.0-u_phase.x);
        float edge=smoothstep(wide,wide*0.5,abs(x))*0.75,gleam=smoothstep(0.0,0.9,sin(f*26.0-u_phase.w+sin(f*9.0)*2.0));
        c=mix(c,u_sky*0.55+(u_sun*0.45+u_lamp*0.02)*(gleam*0.55+0.25*smoothstep(wide,-wide,x)),edge); cover=max(cover,edge);
    }
    colour=vec4((encode(c)+dither(gl_FragCoord.xy))*cover,cover);
}
