in vec3 tint; in vec2 q; out vec4 colour;
void main(){colour=vec4(tint*exp(-dot(q,q)*2.6),0.0);}
