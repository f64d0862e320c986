"""Things on a window sill, as small meshes baked once: joinery, pottery, plants, books."""
