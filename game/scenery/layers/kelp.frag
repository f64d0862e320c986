// A blade of weed: ruffled edge, thin towards it, where light comes through, a bladder at its foot; or its stalk.
in vec4 shape; in vec3 body,rim; flat in vec2 edge; out vec4 colour;
void main(){
    float u=shape.x,v=abs(shape.y),wave=abs(fract(shape.z+sign(shape.y)*0.21)-0.5),fine=abs(fract(shape.z*2.37+shape.y*0.3)-0.5),b=(u-0.11)*9.5;
    float leaf=u*(1.0-u)*4.2*(0.74+0.34*wave+0.24*fine)*smoothstep(0.10,0.34,u),bladder=0.62*sqrt(max(1.0-b*b,0.0));
    float w=mix(1.0,max(leaf,bladder),shape.w),room=w-v,swollen=clamp(bladder-leaf,0.0,1.0)*shape.w;
    float a=clamp((room*edge.x+0.5)*edge.y,0.0,1.0);
    float rib=clamp(1.0-v*4.0,0.0,1.0)*0.16*shape.w,near=clamp(1.0-room*1.7,0.0,1.0),fold=(0.6*wave+0.5*fine-0.27)*0.7*v*shape.w;
    colour=vec4(body*(1.0-rib+fold)+rim*((near*near+swollen*0.5)*shape.w+fold*0.5),1.0)*a;
}
