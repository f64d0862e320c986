// Sparks: each rises from the fire, swings aside and goes out; all of it follows from how far it has come.
in vec2 in_corner; in vec4 in_spark; // chances: start across, speed, when, strength
out vec2 q; out vec3 tint;
uniform vec4 u_fire; uniform vec3 u_colour,u_heart; uniform float u_aspect,u_turn,u_amount,u_height_px;
void main(){
    float turns=1.0+floor(in_spark.y*2.99),u=fract(u_turn*turns*6.0+in_spark.z); float x=(in_spark.x-0.5)*0.8+0.10*sin(u*8.0+in_spark.w*40.0)*u+0.05*sin(u*19.0+in_spark.x*9.0);
    float y=0.15+u*(0.75+0.5*in_spark.w),b=smoothstep(0.0,0.10,u)*pow(1.0-u,1.5)*smoothstep(in_spark.w-0.06,in_spark.w+0.02,u_amount);
    vec2 at=u_fire.xy+vec2(x/u_aspect,y)*u_fire.z; float fine=u_height_px*(0.0016+0.0018*in_spark.y),r=max(fine,1.3); b*=min(fine*fine/1.69,1.0);
    q=in_corner; tint=mix(u_colour,u_heart,b)*b; gl_Position=b<0.004?vec4(2.0,2.0,0.0,1.0):vec4((at+in_corner*r*1.6/vec2(u_aspect*u_height_px,u_height_px))*2.0-1.0,0.0,1.0);
}
