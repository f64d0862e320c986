// A blade of weed: ruffled edge, thin towards it, where light comes through; or its stalk.
in vec4 shape; in vec3 body,rim; flat in vec2 edge; out vec4 colour;
void main(){
    float u=shape.x,v=abs(shape.y),wave=abs(fract(shape.z)-0.5),fine=abs(fract(shape.z*2.7)-0.5);
    float w=mix(1.0,u*(1.0-u)*4.2*(0.80+0.38*wave+0.08*fine),shape.w),room=w-v;
    float a=clamp((room*edge.x+0.5)*edge.y,0.0,1.0);
    float rib=clamp(1.0-v*2.2,0.0,1.0)*0.14*shape.w,near=clamp(1.0-room*1.9,0.0,1.0);
    colour=vec4(body*(1.0-rib)+rim*(near*near*shape.w),1.0)*a;
}
