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
