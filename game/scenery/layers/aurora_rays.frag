// What varies along a curtain, drawn as one row for each: fine rays, bundles of rays, where it is bright at all.
in vec2 uv; out vec4 colour; uniform vec4 u_drift; uniform float u_seed,u_rows,u_gaps;
void main(){
    float row=floor(uv.y*u_rows), k=row*31.0+u_seed, a=uv.x, b=a+0.040*noise2(vec2(a*13.0+k,u_drift.y))+0.010*noise2(vec2(a*47.0+k,3.0)); // no even spacing
    float broad=smoothstep(0.24+u_gaps,0.80,noise2(vec2(a*5.2+u_drift.z+k,u_drift.w+k)));
    colour=vec4(noise2(vec2(b*150.0+k,u_drift.x+k))*(0.35+0.9*noise2(vec2(a*21.0+k,u_drift.x))),noise2(vec2(b*36.0+u_drift.y+k,u_drift.z)),broad*smoothstep(0.0,0.09,a)*smoothstep(1.0,0.91,a),1.0);
}
