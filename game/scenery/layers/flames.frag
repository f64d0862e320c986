// Flames: tongues that stand in rising air, bent together by it and torn off at their tips; hot where many of them lie
// one over the other. What lies before them in a room hides them.
in vec2 uv,q; out vec4 colour;
const int TONGUES=11; // as in tongues.py
uniform vec4 u_tongues[TONGUES]; // where each stands, how high, how broad, how far it leans
uniform vec3 u_colour,u_heart; uniform vec4 u_climb; uniform vec2 u_shape; uniform float u_high,u_lean;
#ifdef COVERED
uniform sampler2D u_cover;
#endif
void main(){
    float x=(q.x*2.0-1.0)*u_shape.x,y=q.y*u_shape.y,up=y-0.10-0.20*x*x,far=up/u_high;
    float big=noise2(vec2(x*0.9+3.0,y*0.8-u_climb.x)),mid=noise2(vec2(x*2.1+11.0,y*1.7-u_climb.y)),fine=noise2(vec2(x*4.9+29.0,y*3.3-u_climb.z));
    float torn=noise2(vec2(x*3.3+47.0,y*1.6-u_climb.w))*0.62+fine*0.38,loose=smoothstep(0.0,0.75,up);
    float at=x+loose*((big-0.5)*0.34+(mid-0.5)*0.40)+(fine-0.5)*0.17*smoothstep(0.0,0.40,up)-u_lean*up*up*0.30;
    float heat=0.0;
    for(int k=0;k<TONGUES;k++){
        vec4 t=u_tongues[k]; float v=max(up,0.0)/(t.y*u_high),w=t.z*sqrt(max(1.0-v,0.0))*(0.95+0.75*v-1.15*v*v)+0.004;
        float d=max(1.0-abs(at-t.x*(1.0-0.40*min(v,1.0))-t.w*v*v)/w,0.0)*step(v,1.0); heat+=d*(1.45-d*0.45)*(1.15-0.55*v*v);
    }
    float gone=smoothstep(0.38,1.10,far); heat*=0.36+1.10*torn; heat=max(heat-gone*(0.98-torn)*0.85,0.0);
    heat*=smoothstep(-0.10,0.14,up+0.22*(torn-0.40)); float t=1.0-exp(-heat*mix(0.82,0.72,smoothstep(0.15,0.95,far))),a=smoothstep(0.02,0.36,t);
    vec3 c=u_colour*vec3(0.70,0.30,0.22)*smoothstep(0.01,0.26,t)+u_colour*vec3(0.80,0.90,0.75)*smoothstep(0.16,0.56,t)+u_heart*0.90*smoothstep(0.40,0.80,t)+vec3(0.40,0.40,0.27)*smoothstep(0.62,0.94,t);
#ifdef COVERED
    float shown=1.0-texelFetch(u_cover,ivec2(gl_FragCoord.xy),0).a; c*=shown; a*=shown;
#endif
    colour=vec4(sqrt(c/(1.0+c*0.30)),a*0.90);
}
