// Where in the garden a pixel lies, for bakes that light it: what stands there, or the sand under it.
uniform sampler2D u_standing; uniform highp sampler2D u_away; // as garden_things.frag left them
// Its distance, metres; the sand's is that of the flat ground.
float away_at(ivec2 at,out float stands){
    stands=texelFetch(u_standing,at,0).a; float z=texelFetch(u_away,at,0).r;
    if(stands<0.5&&uv.y<u_horizon_y){float bare=u_eye_m*u_focal/(u_horizon_y-uv.y); if(deep(ray(uv).xz*bare)<WALL_M) z=bare;}
    return z;
}
