// Part of the screen, bottom and height of it; and part of the picture, alike.
in vec2 in_corner; in float in_unused; out vec2 uv; uniform vec2 u_part,u_shown;
void main(){
    vec2 c=in_corner*0.5+0.5; uv=vec2(c.x,u_shown.x+c.y*u_shown.y); gl_Position=vec4(in_corner.x,(u_part.x+c.y*u_part.y)*2.0-1.0,0.0,1.0);
}
