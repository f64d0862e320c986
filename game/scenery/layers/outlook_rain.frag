in vec3 v_lit; in vec2 v_at; in float v_strength; out vec4 colour; uniform vec3 u_tone;
void main(){vec2 s=1.0-v_at*v_at; colour=vec4((u_tone+v_lit)*v_strength*s.x*s.x*s.y,0.0);}
