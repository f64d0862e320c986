// Looking through the screen for the things of garden_things.glsl.
// Which thing a ray through a place on the screen meets first (-1: none), and after how many metres.
int first(vec2 at,out float least){
    vec3 full=ray(at); float stretch=length(full); vec3 d=full/stretch; int which=-1; least=60.0;
    for(int j=0;j<u_near_count;j++){
        int i=u_near[j]; float t=march(eye(),d,i,least); if(t>0.0&&t<least){least=t; which=i;}
    }
    if(which>=0){vec3 p=eye()+d*least; if(p.y<moss_height(p.xz,moss(p.xz))-0.01) which=-1;}
    return which;
}
