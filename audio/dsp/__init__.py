"""Building blocks in pure numpy: each allocates when made and then works on blocks in place."""
