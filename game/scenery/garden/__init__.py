"""The dry garden: how it is composed, seen, baked and raked. Drawn by the `garden` layer."""
