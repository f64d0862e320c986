// How far across the rake a place is (-1 to 1 between its outer tines), and which way across is on the ground.
in vec3 stroke; layout(location=0) out float side; layout(location=1) out vec2 across;
void main(){side=stroke.x; across=stroke.yz*0.5+0.5;}
