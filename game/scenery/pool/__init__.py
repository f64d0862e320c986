"""A pond seen from above: its bed, what swims in it, what floats on it. Lengths in screen heights."""
