// A veil of sand behind a crest: thick at the crest, torn and thin behind it, coming and going with gusts.
in vec4 veil; out vec4 colour; uniform vec4 u_blown; uniform vec3 u_tone; uniform float u_amount; // along, behind, strength, chance
void main(){
    float s=veil.x, v=veil.y;
    float gust=0.15+0.85*smoothstep(0.34,0.74,noise2(vec2(s*0.36-u_blown.w,u_blown.w*0.5+veil.w*9.0)));
    float n=noise2(vec2(s*1.4-v*0.8,v*1.6-u_blown.x+veil.w))*0.62+noise2(vec2(s*3.4-v*1.7+40.0,v*2.7-u_blown.z))*0.38;
    float edge=smoothstep(0.0,0.16,v+0.05*n)*(1.0-v)*(1.0-v);
    float a=min((0.12+0.88*smoothstep(0.32,0.82,n))*edge*gust*veil.z*u_amount*1.3,0.7);
    colour=vec4(encode(u_tone)*a,a);
}
