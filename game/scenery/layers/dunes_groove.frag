// How near a place is to the middle of a groove (1 there, 0 beside its banks), and how little sand has drifted into it.
in vec2 q; in float along; in float shown; out vec4 colour;
void main(){ float near=1.0-length(vec2(q.x,max(max(-q.y,q.y-along),0.0))); colour=vec4(max(near,0.0),near>0.0?shown:0.0,0.0,1.0); }
