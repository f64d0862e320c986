// One streak of falling rain, out of focus.
in vec2 in_corner; in vec4 in_streak; // x, moment, speed, nearness, each 0..1
out vec2 v_at; out float v_strength; uniform sampler2D u_glow; uniform vec2 u_lean; out vec3 v_lit; uniform vec3 u_tone; uniform float u_aspect,u_turn,u_rain,u_lit,u_margin;
void main(){
    float near=in_streak.w, rounds=floor(2000.0+1500.0*in_streak.z);
    float way=fract(u_turn*rounds+in_streak.y);
    float x=fract(in_streak.x+floor(u_turn*rounds+in_streak.y)*0.381966);
    near=near<0.6?0.15+0.3*near:near; // two depths
    vec2 half_size=vec2(0.0024+0.0026*near,0.032+0.062*near);
    vec2 uv=vec2(x,1.2-1.45*way)+u_lean+vec2(in_corner.y*half_size.y*0.14/u_aspect,0.0)+in_corner*half_size/vec2(u_aspect,1.0);
    vec2 m=((uv-u_lean)*vec2(u_aspect,1.0)+u_margin)/(vec2(u_aspect,1.0)+2.0*u_margin);
    v_lit=sqrt(u_tone+textureLod(u_glow,m,0.0).rgb*u_lit*1.1)*0.5;
    v_at=in_corner; v_strength=clamp(u_rain*1.6-in_streak.y,0.0,1.0)*(0.42+0.30*near);
    gl_Position=vec4(uv*2.0-1.0,0.0,1.0);
}
