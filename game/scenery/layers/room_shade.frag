in vec2 far; out float distance_m;
void main(){if(far.y<-0.02) discard; distance_m=far.x;}
