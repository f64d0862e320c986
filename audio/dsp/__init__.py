"""Building blocks of sound: pure numpy, large arrays made once, then worked on in place a block at a time."""
