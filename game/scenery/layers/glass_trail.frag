in float v_side; in float v_clear; out vec4 colour;
void main(){float a=smoothstep(1.0,0.42,abs(v_side))*v_clear; colour=vec4(1.0-0.96*a,1.0-a,1.0-0.8*a,1.0);}
