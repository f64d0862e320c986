in vec3 v_lit; in vec2 v_at; in float v_strength; out vec4 colour;
void main(){vec2 s=1.0-v_at*v_at; colour=vec4(v_lit*(v_strength*s.x*s.x*s.y),0.0);}
