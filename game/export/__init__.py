"""A world as files: pictures, films, sound."""
