// The ground of a beach and the waves upon it (needs air.glsl). Ground units: the eye stands EYE over the sand; what
// lies d screen heights under the horizon is EYE / d away. beach/coast.py says the same of the shore.
uniform vec4 u_shore; uniform vec3 u_cusps; // away, slant, bay, how far the eye has moved to the right; scallops
uniform vec4 u_wave[WAVES]; // WAVES is for the shader to define; seconds since it arrived (below 0: until it will), height, side, variety
uniform float u_high; // height of all waves, about 1
const float EYE=0.25;
float shore_z(float x){
    float q=x*x; return u_shore.x+u_shore.y*x/(1.0+0.3*abs(x))+u_shore.z*q/(1.0+q)+u_cusps.x*sin(x*u_cusps.y+u_cusps.z);
}
float ground_x(float across,float z){return (across-0.5)*u_aspect*z+u_shore.w;}
// How a wave's front is bent along the shore, about 0..1: one of its own for each.
float lobe(float x,float variety){
    float k=variety*61.0; return noise2(vec2(x*1.25+k,k))*0.70+noise2(vec2(x*3.7-k,k+9.0))*0.30;
}
// Seconds since a wave reached the still waterline at a place.
float since(vec4 wave,float x){return wave.x-(lobe(x,wave.w)-0.5)*1.2-x*wave.z*0.55;}
// How far out a wave stands that has yet to come, or 0.
float standing(float ta){float to=max(-ta,0.0); return 0.165*to*(1.0+0.014*to);}
// How high a wave is there: it rises as the ground does, and is spent soon after it broke. n: its lobe.
float swell(vec4 wave,float n,float off,float gone){
    return 0.036*u_high*(0.55+0.7*n)*(0.48+0.50*wave.y)*mix(0.26,1.65,smoothstep(-0.10,1.0,off))*mix(1.0,0.62,smoothstep(1.3,5.0,off))*exp(-gone*1.6);
}
// How far it has broken there, 0..1: first where it is highest, then to both sides. n2: a finer chance of its own.
float broken_at(vec4 wave,float n,float n2,float off){
    float big=smoothstep(0.05,0.75,wave.y*u_high);
    return max(smoothstep(1.75,0.75,off+2.2*(n2-0.5)-0.9*(n-0.5)+0.55*(1.0-big)),smoothstep(1.0,0.5,off));
}
float chance_of(vec4 wave,float along){return noise2(vec2(along*2.1-wave.w*61.0,wave.w*61.0+5.0));}
vec3 shown(vec3 c){return c*(1.0+c*0.12)/(1.0+c*0.62);}
