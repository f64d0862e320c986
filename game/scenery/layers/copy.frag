<<<<<<< HEAD
// A target brought to another size.
in vec2 uv; out vec4 colour; uniform sampler2D u_picture;
void main(){colour=texture(u_picture,uv);}
=======
// A texture as it is, at another size.
in vec2 uv; out vec4 colour; uniform sampler2D u_source;
void main(){colour=texture(u_source,uv);}
>>>>>>> caca5ff (Rain Window: an outlook, a wet pane and a sill as layers any maker can use)
