"""Independent, named streams of randomness, so that adding one never moves another."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np


def generator(seed: int, *names: str | int) -> np.random.Generator:
    """A random generator for one purpose, e.g. `generator(seed, "layer", 3, "stars")`.

    The same seed and names give the same numbers on every machine and Python version.
    """
    import numpy as np  # late: light and signals know seeds too, and a window's first light waits for nothing

    return np.random.Generator(np.random.SFC64(seed_number(seed, *names)))


def seed_number(seed: int, *names: str | int) -> int:
    """A 64-bit number derived from a seed and names; for shaders, mask it to what they can hold."""
    text = "/".join([str(seed), *map(str, names)])
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "little")


STRIDES = (0.6180339887, 0.7548776662, 0.5698402910, 0.4142135624)
"""Steps that never fall into a pattern: the golden ratio, Roberts' generalisation of it, and the root of 2."""


def spread(seed: int, *names: str | int) -> float:
    """A number 0..1 for one choice of a seed, such that seeds one after another differ widely.

    Of independent draws, three alike in a row are common; whoever turns from seed to seed should not meet them.
    Source: M. Roberts, "The unreasonable effectiveness of quasirandom sequences" (2018).
    """
    start = seed_number(0, "spread", *names)
    return (start % 1_000_003 / 1_000_003 + seed % 1_000_003 * STRIDES[start % len(STRIDES)]) % 1.0
