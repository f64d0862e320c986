// A blade of weed: wavy edge, a rib, light along its rim; or its stalk.
in vec4 shape; in vec3 body,rim; flat in vec2 edge; out vec4 colour;
void main(){
    float u=shape.x,v=abs(shape.y),wave=abs(fract(shape.z)-0.5);
    float w=mix(1.0,u*(1.0-u)*4.2*(0.84+0.40*wave),shape.w),room=w-v;
    float a=clamp((room*edge.x+0.5)*edge.y,0.0,1.0); if(a<0.004) discard;
    float rib=clamp(1.0-v*7.0,0.0,1.0)*0.22*shape.w,near=clamp(1.0-room*2.8,0.0,1.0);
    colour=vec4(body*(1.0-rib)+rim*(near*near*shape.w),1.0)*a;
}
