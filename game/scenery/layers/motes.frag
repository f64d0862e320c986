// A soft halo round a small bright heart.
in vec2 q; in vec3 tint; out vec4 colour;
void main(){
    float e=max(1.0-dot(q,q),0.0), g=e*e; g*=g; float heart=g*g; heart*=heart; heart*=e*e;
    colour=vec4(tint*(g*g*0.42+heart*0.70)+vec3(1.0,0.96,0.84)*(heart*heart*0.55*max(tint.g,tint.r)),0.0);
}
