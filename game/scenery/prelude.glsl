precision highp float;
precision highp int;
#ifdef GL_ES
precision highp sampler2D; // the default there is lowp, too coarse for sums of light
#endif
// Shared by every shader: integer hash and value noise, dither, tone.
uint hash_u(uint x){x^=x>>16;x*=0x7feb352du;x^=x>>15;x*=0x846ca68bu;x^=x>>16;return x;}
float hash1(uint x){return float(hash_u(x)>>8)*5.9604645e-8;}
float hash2(ivec2 p){return float(hash_u(uint(p.x)*1597334673u^uint(p.y)*3812015801u)>>8)*5.9604645e-8;}
// Repeats every 4096, so that a drift wrapped at 4096 never shows a seam.
// A lighter hash for lattices (its spectrum is flat over 512 x 512 points).
float lattice(uint across,uint up){uint x=across^up; x^=x>>15; x*=0x846ca68bu; return float(x>>8)*5.9604645e-8;}
float noise2(vec2 p){
    vec2 base=floor(p); ivec2 i=ivec2(base); vec2 f=p-base; f=f*f*(3.0-2.0*f);
    uvec2 a=uvec2(i&4095)*uvec2(1597334673u,3812015801u), b=uvec2((i+1)&4095)*uvec2(1597334673u,3812015801u);
    return mix(mix(lattice(a.x,a.y),lattice(b.x,a.y),f.x),mix(lattice(a.x,b.y),lattice(b.x,b.y),f.x),f.y);
}
float fbm2(vec2 p,int octaves){
    float v=0.0,a=0.5;
    for(int i=0;i<octaves;i++){v+=a*noise2(p);p=mat2(1.6,1.2,-1.2,1.6)*p+17.3;a*=0.5;}
    return v;
}
// As fbm2, but each octave is an exact double, so that this one too repeats every 4096.
float fbm2_drifting(vec2 p,int octaves){
    float v=0.0,a=0.5;
    for(int i=0;i<octaves;i++){v+=a*noise2(p);p=p*2.0+vec2(17.0,31.0);a*=0.5;}
    return v;
}
// Interleaved gradient noise (Jimenez 2014), centred, one 8-bit step wide: add it to every gradient.
float dither(vec2 pixel){return (fract(52.9829189*fract(dot(pixel,vec2(0.06711056,0.00583715))))-0.5)/255.0;}
// Linear light to what a target stores: soft shoulder, then gamma 2.
vec3 encode(vec3 c){c=max(c,0.0);c=c*(1.0+c*0.12)/(1.0+c*0.62);return sqrt(c);}
// Back to (display) linear light.
vec3 decode(vec3 c){return c*c;}
