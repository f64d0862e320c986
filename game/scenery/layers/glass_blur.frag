// One direction of a wide soft blur, in linear light; the last one stores it encoded, with the milkiness of mist.
in vec2 uv; out vec4 colour; uniform sampler2D u_source; uniform vec2 u_step; uniform float u_milk,u_last;
vec3 light(vec3 c){return mix(c*c*(1.0+0.9*c*c),c,u_last);} // lamps were brighter than a picture can hold
void main(){
    vec3 c=light(texture(u_source,uv).rgb); float s=1.0;
    for(int i=1;i<6;i++){
        float w=exp(-float(i*i)*0.085); vec2 d=u_step*float(i)*1.25;
        c+=w*(light(texture(u_source,uv+d).rgb)+light(texture(u_source,uv-d).rgb)); s+=2.0*w;
    }
    c/=s;
    if(u_last>0.5){
        vec3 above=(texture(u_source,vec2(0.22,0.72)).rgb+texture(u_source,vec2(0.41,0.86)).rgb
            +texture(u_source,vec2(0.59,0.70)).rgb+texture(u_source,vec2(0.78,0.82)).rgb)*0.25;
        float dark=1.0/(1.0+30.0*dot(above,vec3(0.30,0.58,0.12))); // by night the little light there is shows all the more
        c=sqrt(mix(c,above*(1.0+1.1*dark),u_milk));
    }
    colour=vec4(c,1.0);
}
