// Four of the fine pixels to one of a light's map: colour as the root, and how much more comes from the right; or how open it is.
out vec4 colour; uniform highp sampler2D u_band,u_away; uniform int u_low; uniform float u_way;
void main(){
    ivec2 at=ivec2(gl_FragCoord.xy)*2; vec3 sum=vec3(0.0); float lean=0.0,total=0.0,open=0.0;
    for(int k=0;k<4;k++){
        ivec2 o=at+ivec2(k&1,k>>1); vec4 v=texelFetch(u_band,o-ivec2(0,u_low*2),0); vec3 c=v.rgb/(1.0+v.rgb*0.42);
        sum+=c; lean+=v.a; total+=dot(v.rgb,vec3(0.4)); open+=step(texelFetch(u_away,o,0).r,0.01);
    }
    float way=clamp(lean/(total+1e-4)*1.4,-1.0,1.0);
    colour=vec4(sqrt(sum*0.25/1.4)+dither(gl_FragCoord.xy),mix(open*0.25,0.5+0.5*way,u_way));
}
