// A koi bent along its way: a net of a few cells across and many along, or where its shadow falls.
in vec3 in_fish; // which, which point of its middle line, -1 right, 0 middle, 1 left
out vec2 coat,at; out vec2 seen; flat out vec4 through; // shade to the side, depth; what comes through the water over it
uniform float u_clear;
uniform sampler2D u_spines,u_bodies; uniform float u_aspect,u_count; uniform vec2 u_to_light,u_shadow_off; uniform float u_points;
void main(){
    vec4 spine=texelFetch(u_spines,ivec2(int(in_fish.y),int(in_fish.x)),0),body=texelFetch(u_bodies,ivec2(int(in_fish.x),0),0);
    vec2 p=spine.xy+spine.zw*in_fish.z*0.36*body.x; p+=u_shadow_off*(1.35-body.y);
    at=vec2(p.x/u_aspect,p.y); coat=vec2(in_fish.y/(u_points-1.0),(in_fish.x+0.5+in_fish.z*0.49)/u_count);
    through=vec4(exp(-body.y*mix(2.0,0.9,u_clear)*vec3(0.80,0.22,0.30)),0.0); seen=vec2(dot(spine.zw,u_to_light)*in_fish.z,body.y); gl_Position=vec4(at*2.0-1.0,0.0,1.0);
}
