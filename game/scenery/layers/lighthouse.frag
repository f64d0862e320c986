// A tower on a rock in the sea. Premultiplied.
#include "air.glsl"
in vec2 q; out vec4 colour; // screen heights from its foot
uniform vec3 u_ambient,u_direct,u_wall,u_rock,u_lamp; uniform vec2 u_at,u_side; uniform float u_tall,u_height_px,u_level,u_haze,u_seed,u_island;
float inside(float d){return clamp(d*u_tall*u_height_px+0.5,0.0,1.0);}
void main(){
    vec2 p=q/u_tall; float x=p.x/u_island;
    float rough=noise2(vec2(p.x*3.1+u_seed,2.0))*0.6+noise2(vec2(p.x*9.7+u_seed,5.0))*0.28+noise2(vec2(p.x*27.0+u_seed,9.0))*0.12;
    float land=inside((0.34*max(1.0-x*x,0.0)*(0.35+1.1*rough)-p.y)*0.7)*step(abs(x),1.0);
    float wide=p.y<0.84?mix(0.088,0.056,p.y/0.84):p.y<0.875?0.084:p.y<0.965?0.046:0.060*sqrt(max(1.0-(p.y-0.965)/0.065,0.0));
    float tower=inside(wide-abs(p.x))*inside(1.03-p.y)*inside(p.y-0.10);
    float facing=clamp(0.45+0.55*p.x/max(wide,0.01)*u_side.x,0.0,1.0), glass=step(0.875,p.y)*step(p.y,0.965);
    vec3 wall=mix(u_wall,u_wall*vec3(0.62,0.24,0.20),step(0.36,p.y)*step(p.y,0.60)); if(p.y>0.965||(p.y>0.84&&p.y<0.875)) wall=u_rock*0.7;
    vec3 c=u_rock*(u_ambient+u_direct*(0.25+0.5*rough)), t=wall*(u_ambient+u_direct*facing*0.8);
    c=mix(c,t,tower*(1.0-land*step(p.y,0.16)));
    float a=max(land,tower), veil=clamp(u_haze+0.35*(1.0-u_haze)*exp(-max(p.y,0.0)*5.0),0.0,1.0);
    c=mix(c,fog_at(u_at+q/vec2(u_aspect,1.0)),veil); c=encode(c); c=mix(c,vec3(1.0,0.95,0.84)*(0.35+0.65*u_level),glass*tower*min(u_level,1.0));
    a*=step(0.0,p.y); colour=vec4((c+dither(gl_FragCoord.xy))*a,a);
}
