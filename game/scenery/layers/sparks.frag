in vec2 q; in vec3 tint; out vec4 colour;
void main(){float e=max(1.0-dot(q,q),0.0); colour=vec4(tint*(e*e*0.4+pow(e,6.0)),0.0);}
