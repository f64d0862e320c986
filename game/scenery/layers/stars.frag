in vec3 tint; out vec4 colour;
void main(){vec2 q=gl_PointCoord*2.0-1.0; colour=vec4(tint*exp(-dot(q,q)*2.6),0.0);}
