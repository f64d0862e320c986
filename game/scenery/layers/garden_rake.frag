// Distance across the rake (-1 to 1 between its outer tines), a mark, and the direction across it.
in vec4 stroke; out vec4 mark;
void main(){mark=stroke;}
