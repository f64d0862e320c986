// A house's surface. First map: its own colour (gamma 2). Second: normal to the right and up, and light from within.
in vec3 face; in vec2 where; out vec4 colour; uniform float u_which; uniform vec3 u_log,u_snow;
void main(){
    vec2 n=face.xy; float lit=0.0, cover=1.0; vec3 c=u_snow;
    if(face.z<0.5){
        float row=fract(where.y/0.34), round_=sqrt(max(1.0-(row*2.0-1.0)*(row*2.0-1.0),0.0));
        c=u_log*(0.45+0.55*round_)*(0.75+0.5*fbm2(vec2(where.x*2.2,floor(where.y/0.34)*9.0)+20.0,2)); n.y+=(row-0.5)*0.9;
        c*=mix(0.55,1.0,smoothstep(2.75,2.1,where.y)); // under the eaves
    } else if(face.z<1.5){
        float w=fbm2(where*vec2(0.9,1.3)+60.0,3)-0.45; n+=vec2(w*0.35,-abs(w)*0.2);
    } else if(face.z<2.5){
        vec2 p=abs(where); float frame=smoothstep(0.80,0.84,max(p.x,p.y)), cross=smoothstep(0.10,0.05,min(p.x,abs(where.y-0.1)));
        lit=(1.0-frame)*(1.0-cross)*(0.55+0.45*exp(-dot(where,where)*1.1))*(1.0-0.45*smoothstep(0.42,0.78,p.x+0.12*where.y));
        c=mix(vec3(0.05,0.045,0.04),u_log*0.55,max(frame,cross));
    } else if(face.z<3.5){ c=vec3(0.16,0.16,0.17)*(0.6+0.8*fbm2(where*vec2(3.0,4.0)+80.0,2)); }
    else if(face.z>4.5){ // snow banked up before the walls: thin at its edge, so that it becomes the ground
        float w=fbm2(vec2(where.x*1.1,where.y*3.0)+90.0,3)-0.45; n+=vec2(w*0.30,-abs(w)*0.15); cover=smoothstep(0.0,1.0,where.y+w*0.5*(1.0-where.y));
    } else { float board=fract(where.x*2.5); c=u_log*0.55*(0.7+0.4*smoothstep(0.0,0.2,board)); lit=0.0; }
    if(u_which<0.5) colour=vec4(sqrt(c),1.0)*cover; else colour=vec4(clamp(n.x,-1.0,1.0)*0.5+0.5,clamp(n.y,-1.0,1.0)*0.5+0.5,lit,1.0)*cover;
}
