"""A town along a river: composed by the seed, modelled in metres, baked once and lit by the hour."""
