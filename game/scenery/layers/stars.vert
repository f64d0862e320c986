// One point a star: it drifts along a low arc, comes round again unseen, and hides behind cloud.
in vec4 in_star; // place across, height, size 0..1, chance
out vec3 tint;
uniform sampler2D u_sky;
uniform float u_aspect,u_horizon_ratio,u_height_px,u_turn,u_twinkle_phase,u_twinkle,u_bright,u_dark,u_span; uniform vec2 u_lean,u_moon_at;
void main(){
    float x=(fract(in_star.x+u_turn)-0.5)*u_span;
    float h=in_star.y-0.16*(x*x)/(u_span*u_span);
    vec2 at=vec2(0.5+x/u_aspect,mix(u_horizon_ratio,1.0,h))+u_lean;
    float speed=1.0+floor(in_star.w*5.0), waver=sin(u_twinkle_phase*speed+in_star.w*81.0);
    float a=in_star.z*(1.0-u_twinkle*(0.5+0.5*waver))*u_bright*smoothstep(0.55-u_dark*0.53,0.95-u_dark*0.5,h);
    a*=smoothstep(0.08,0.34,length((at-u_moon_at)*vec2(u_aspect,1.0)));
    a*=1.0-0.92*textureLod(u_sky,vec2(at.x,h),0.0).a;
    tint=mix(vec3(1.0,0.87,0.76),vec3(0.78,0.88,1.0),fract(in_star.w*7.0))*a;
    float r=(1.10+in_star.z*in_star.z*1.85)*max(u_height_px/720.0,0.62);
    gl_Position=vec4(at*2.0-1.0,0.0,1.0); gl_PointSize=2.0*r;
    bool beside=any(greaterThan(abs(gl_Position.xy),vec2(1.0))); // OpenGL leaves those out, OpenGL ES would draw their edge
    if(a<0.004||h<0.0||beside) gl_Position=vec4(2.0,2.0,0.0,1.0);
}
