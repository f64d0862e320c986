// Shares of three colours: what they are, the frame knows.
in vec3 face; out vec4 colour;
void main(){colour=vec4(clamp(face,0.0,1.0),1.0);}
