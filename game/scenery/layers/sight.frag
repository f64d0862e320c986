// The picture as a far eye sees it: one pixel for each cell of a coarse grid, the mean of its light, in gamma 2.
in vec2 uv; out vec4 colour;
uniform sampler2D u_picture; uniform vec2 u_cells;
void main(){
    vec3 light=vec3(0.0);
    vec2 corner=floor(gl_FragCoord.xy);
    for(int y=0;y<4;y++)for(int x=0;x<4;x++){
        vec2 at=(corner+(vec2(float(x),float(y))+0.5)*0.25)/u_cells;
        vec2 v=at-0.5;
        light+=decode(texture(u_picture,at).rgb*(1.0-dot(v,v)*0.34));
    }
    colour=vec4(sqrt(light/16.0),1.0);
}
