// Surface map of a range: normal x, normal y, height share broken by chance, coverage.
in vec4 slope; out vec4 colour;
void main(){colour=vec4(slope.x*0.5+0.5,slope.y,clamp(slope.z+(slope.w-0.5)*0.16,0.0,1.0),1.0);}
