// A plant as it was lit last.
in vec2 map; out vec4 colour; uniform sampler2D u_map;
void main(){colour=texture(u_map,map);}
