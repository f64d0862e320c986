// A moon with seas, and a soft edge between its day and its night.
in vec2 q; out vec4 colour;
uniform vec3 u_tint; uniform float u_radius,u_height_px,u_full,u_show,u_day; uniform vec2 u_to_sun;
void main(){
    float r=length(q), disc=clamp((u_radius-r)*u_height_px*0.7+0.5,0.0,1.0); vec2 p=q/u_radius;
    float z=sqrt(max(1.0-dot(p,p),0.0));
    float seas=smoothstep(0.40,0.66,fbm2(p*1.7+vec2(4.3,8.1),4))*0.34+smoothstep(0.5,0.8,fbm2(p*4.0+20.0,3))*0.10;
    float turned=acos(clamp(2.0*u_full-1.0,-1.0,1.0));
    vec3 sun=vec3(u_to_sun*sin(turned),cos(turned));
    float lit=smoothstep(-0.08,0.22,dot(vec3(p,z),sun));
    vec3 face=u_tint*(1.0-seas*0.8)*(0.88+0.12*z);
    float over=disc*lit*mix(1.0,0.5,u_day);
    colour=vec4(sqrt(max(face,0.0))*0.97*over,over)*u_show;
}
