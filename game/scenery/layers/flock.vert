// One quad a bird, in a loose line that shifts as it flies.
in vec2 in_corner; in vec4 in_bird; // place in the flock across, up; chance, chance
out vec2 q; out float flap;
uniform float u_aspect,u_size,u_beat,u_shift; uniform vec2 u_at,u_heading;
void main(){
    vec2 drift=vec2(sin(u_shift+in_bird.z*20.0),sin(u_shift*2.0+in_bird.w*20.0))*vec2(0.010,0.006);
    vec2 at=u_at+(in_bird.xy*vec2(u_heading.x,1.0)+drift)/vec2(u_aspect,1.0);
    // Two beats and a long glide.
    float beat=fract(u_beat*(1.0+floor(in_bird.z*2.0)*0.5)+in_bird.w);
    flap=beat<0.55?0.10+0.55*sin(beat/0.55*12.566):0.10+0.10*sin((beat-0.55)/0.45*3.1416);
    q=in_corner*1.25; float r=u_size*(0.75+0.5*in_bird.w)*1.25;
    gl_Position=vec4((at+in_corner*r/vec2(u_aspect,1.0))*2.0-1.0,0.0,1.0);
}
