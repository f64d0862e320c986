"""Building blocks of sound: pure numpy, allocated once, then working in place a block at a time."""
