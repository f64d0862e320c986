// Sand on the move: it runs up the back of a dune in snakes, and leaves the crest as a torn veil.
in vec4 veil; out vec4 colour; uniform vec4 u_blown; uniform vec3 u_tone; uniform float u_amount; // along, down the wind, strength, chance
void main(){
    float s=veil.x+veil.w, v=veil.y, air=smoothstep(-0.02,0.06,v);
    float puff=smoothstep(0.30,0.66,noise2(vec2(s*0.23+u_blown.w,v*0.30-u_blown.z)));
    float bent=noise2(vec2(s*0.9,v*1.1-u_blown.x))*0.8;
    float thread=noise2(vec2(s*3.3+bent,v*0.9-u_blown.y))*(0.45+0.55*noise2(vec2(s*7.9-bent,v*1.7-u_blown.y*1.31)));
    float back=smoothstep(-1.0,-0.15,v)*smoothstep(0.20,0.50,thread)*0.62;
    float veiled=(0.20+0.80*smoothstep(0.10,0.46,thread))*exp2(-3.4*max(v,0.0))*max(1.0-v,0.0);
    float a=min(mix(back,veiled,air)*(0.16+0.84*puff)*veil.z*u_amount*1.35,0.8);
    colour=vec4(encode(u_tone)*a,a);
}
