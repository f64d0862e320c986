// Surface map of plants: side, light, hue, coverage.
in vec3 face; out vec4 colour;
void main(){colour=vec4(face.x*0.5+0.5,face.y,face.z,1.0);}
