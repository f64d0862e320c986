// Leaves or petals on their way down: each falls again and again, never twice the same way.
in vec2 in_corner; in vec4 in_leaf;
out vec2 at; out vec3 body; out float shown;
uniform vec3 u_deep,u_bright; uniform vec2 u_fall_s,u_lean; uniform float u_t,u_aspect,u_from_left,u_length,u_slim,u_horizon_ratio;
void main(){
    float k=u_t/mix(u_fall_s.x,u_fall_s.y,in_leaf.w)+in_leaf.z*7.0,n=floor(k),f=k-n;
    vec2 chance=vec2(hash1(uint(n)*131u+uint(in_leaf.x*65535.0)),hash1(uint(n)*577u+uint(in_leaf.y*65535.0)));
    float swing=f*(13.0+5.0*in_leaf.x)+chance.x*6.2831853;
    vec2 p=vec2(chance.x*u_length*1.1-0.05+f*(0.22+0.25*in_leaf.y)+0.045*sin(swing),0.98-0.10*chance.y-f*(0.68+0.22*in_leaf.x)+0.012*cos(swing*2.0));
    float turn=f*7.0*(in_leaf.x-0.4)+sin(swing)*1.1,c=cos(turn),s=sin(turn);
    shown=smoothstep(0.0,0.05,f)*smoothstep(1.0,0.90,f);
    vec2 size=vec2(u_slim*(0.35+0.65*abs(sin(swing*1.3+chance.y*6.0))),1.0)*(0.0075+0.0065*in_leaf.y);
    p+=mat2(c,s,-s,c)*(in_corner*size);
    if(u_from_left<0.0) p.x=u_aspect-p.x;
    at=in_corner; body=mix(u_deep,u_bright,0.3+0.7*chance.y)*(0.75+0.25*cos(swing*1.3));
    gl_Position=vec4((vec2(p.x/u_aspect,p.y)+u_lean)*2.0-1.0,0.0,1.0);
}
