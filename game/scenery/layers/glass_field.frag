// Adds one drop to the height field: slope (2), height, height times radius. Where heights add up, drops merge.
in vec2 v_at; in float v_radius; flat in vec4 v_wave; flat in float v_pinch; out vec4 colour;
const float REACH=1.70;
void main(){
    vec2 s=v_at; s.x*=1.0+v_pinch*smoothstep(-0.3,1.2,s.y);
    float r2=dot(s,s), ir=inversesqrt(max(r2,1e-4)); vec2 u=s*ir;
    float c2=u.x*u.x-u.y*u.y, s2=2.0*u.x*u.y, c3=u.x*(c2-2.0*u.y*u.y), s3=u.y*(2.0*u.x*u.x+c2);
    float w=0.080*v_wave.x*c2+0.085*v_wave.y*s2+0.055*v_wave.z*c3+0.055*v_wave.w*s3;
    float q=sqrt(r2)*(1.0+w*min(r2,1.0))/REACH; float f=max(1.0-q*q,0.0);
    colour=vec4(u*q*f,f*f,f*f*v_radius);
}
