// One quad for each thing afloat, swinging or adrift; with SHADOW where its shadow falls.
in vec2 in_corner; in vec4 in_place; in vec4 in_form; // x, y, radius, turn; form, how freely it drifts, chance, age
out vec2 q,cell; flat out vec4 form; flat out float large;
uniform float u_aspect,u_drift,u_open,u_forms,u_first_flower,u_petal; uniform vec4 u_phases; uniform vec2 u_flow,u_shadow_off,u_lean;
void main(){
    float key=in_form.z*40.0,free=in_form.y; bool flower=in_form.x>=u_first_flower&&in_form.x<u_petal;
    vec2 p=in_place.xy+u_drift*mix(0.008,0.034,step(0.5,free))*vec2(sin(u_phases.x+key)+0.6*sin(u_phases.y+key*1.7),cos(u_phases.z+key)+0.6*sin(u_phases.w+key*2.3));
    if(free>0.5){vec2 room=vec2(u_aspect,1.0)+0.10; p=mod(p+u_flow*room*(1.0+floor(fract(key)*2.0))+0.05,room)-0.05;}
    float a=in_place.w+u_drift*(0.05*sin(u_phases.y+key)+free*1.4*sin(u_phases.w+key)),c=cos(a),s=sin(a),size=in_place.z*(flower?mix(0.62,1.0,u_open):1.0);
    vec2 d=in_corner*size*1.08; d=vec2(d.x*c-d.y*s,d.x*s+d.y*c); q=d/in_place.z; large=smoothstep(0.0,0.075,in_place.z);
    p+=d+u_shadow_off*(flower?0.5:free>0.5?0.6:1.0); form=in_form; cell=vec2((in_form.x+0.5+in_corner.x*0.494)/u_forms,0.5+in_corner.y*0.494);
    gl_Position=vec4((vec2(p.x/u_aspect,p.y)+u_lean)*2.0-1.0,0.0,1.0);
}
