// Looking through the screen for the things of garden_things.glsl; u_seen has a bit for each that can be in sight.
uniform int u_seen;
// Which thing a ray through a place on the screen meets first (-1: none), and after how many metres.
int first(vec2 at,out float least){
    vec3 full=ray(at); float stretch=length(full); vec3 d=full/stretch; int which=-1; least=(WALL_M+0.4)*stretch;
    for(int i=0;i<u_count;i++){
        if((u_seen>>i&1)==0) continue;
        float t=march(eye(),d,i,least); if(t>0.0&&t<least){least=t; which=i;}
    }
    if(which>=0){vec3 p=eye()+d*least; if(p.y<moss_height(p.xz)-0.01) which=-1;}
    return which;
}
