// One leaf, or one twig, of the canopy as its shadow falls on the ground, seen from above.
in vec2 in_corner; in vec4 in_leaf; in vec4 in_habit;
out vec2 at; out float weight; flat out float twig;
uniform vec4 u_reach,u_sway; 
mat2 turned(float a){return mat2(cos(a),sin(a),-sin(a),cos(a));}
void main(){
    float phase=in_habit.x*6.2831853; vec2 size=vec2(in_leaf.z,in_habit.w>0.5?in_habit.z:in_leaf.z);
    vec2 sway=vec2(sin(u_sway.x+phase)+sin(u_sway.y+phase*1.7),0.7*sin(u_sway.y+phase*1.3)+0.5*sin(u_sway.x+phase*2.3));
    vec2 p=in_leaf.xy+turned(in_leaf.w+0.2*u_sway.w*sin(u_sway.z+in_habit.z*50.0))*(in_corner*size)+sway*u_sway.w*0.11;
    at=in_corner; weight=in_habit.y; twig=in_habit.w;
    gl_Position=vec4(((p-u_reach.xy)*u_reach.zw)*2.0-1.0,0.0,1.0);
}
