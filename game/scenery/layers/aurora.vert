// A curtain: a ribbon folded on its way along, hanging along the lines of the field, which meet far above.
in vec3 in_at; // along 0..1, up 0..1 (a little below 0 for its glow), which curtain
out float along; out float up; flat out float which; out float dense; out float ease; out float drawn;
uniform vec4 u_phases; uniform float u_aspect,u_horizon_ratio,u_seed,u_foot,u_tall,u_fold,u_bend; uniform sampler2D u_hand;
vec2 hem(float u,float k){
    float s=u_seed+k*2.3, wide=u_aspect*(1.18+0.10*k)+0.34, calm=mix(0.75,1.0,sin(u*5.0+k*2.0+u_phases.w)*0.5+0.5);
    float a=u*7.3+s+u_phases.x, b=u*15.1+s*1.7-u_phases.y*(1.0+k), c=u*27.0+s*2.9+u_phases.z;
    float x=(u-0.5)*wide+u_fold*0.36*clamp(u_aspect/1.6,0.45,1.0)*calm*(sin(a)*0.62+sin(b)*0.25+sin(c)*0.11);
    float depth=cos(a)*0.58+cos(b)*0.34+cos(c)*0.14;
    float slope=(fract(s*0.37)-0.5)*0.62*(u-0.5);
    return vec2(x,u_foot+0.105*k+slope+0.085*sin(u*3.9+s*1.3+u_phases.w)+u_fold*(0.135+0.01*k)*depth);
}
void main(){
    along=in_at.x; up=in_at.y; which=in_at.z;
    vec2 a=hem(along,which), ahead=hem(along+0.020,which), back=hem(along-0.020,which);
    float dx=abs(ahead.x-back.x)/0.040/max(u_aspect,0.9)*1.78; dense=0.04+3.3*dx*dx/(14.0+dx*dx); ease=smoothstep(0.15,1.3,dx);
    vec2 hand=textureLod(u_hand,vec2(a.x/u_aspect+0.5,0.5),0.0).rg; drawn=hand.x*u_bend;
    float aim=(hand.y-u_horizon_ratio)/(1.0-u_horizon_ratio);
    a.y+=drawn*clamp(aim-a.y,-0.30,0.34)*mix(1.0,0.55,which*0.5);
    float tall=u_tall*(0.86+0.16*sin(along*6.0+which*2.0+u_phases.w)+0.10*which)*(1.0+0.35*drawn);
    vec2 p=a+vec2(a.x*0.17,1.0)*tall*up;
    gl_Position=vec4(p.x/u_aspect*2.0,p.y*2.0-1.0,0.0,1.0);
}
