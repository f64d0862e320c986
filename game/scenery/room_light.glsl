// A room as it is now, between its pictures with the fire low and high (see interior/joined.py).
uniform sampler2D u_low,u_high; uniform vec2 u_burning; // how far between them, and how far the fire leans
vec3 lit(vec4 low,vec3 high){return max(mix(low.rgb,high,u_burning.x+u_burning.y*(low.a-0.5)),0.0);}
