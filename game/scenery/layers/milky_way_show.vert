in vec2 in_corner; in vec4 in_tile; out vec2 q; out vec2 sky; uniform float u_aspect,u_horizon_ratio,u_reach,u_lean; uniform vec2 u_axis,u_middle;
void main(){
    vec2 c=in_corner*0.5+0.5; sky=vec2(in_tile.x+c.x*in_tile.z,mix(in_tile.y,in_tile.w,c.y));
    float y=mix(u_horizon_ratio,1.0,sky.y); vec2 p=vec2((sky.x-0.5+u_lean)*u_aspect,y)-u_middle;
    q=vec2(dot(p,u_axis),dot(p,vec2(-u_axis.y,u_axis.x)))/u_reach*0.5+0.5; gl_Position=vec4(sky.x*2.0-1.0,y*2.0-1.0,0.0,1.0);
}
