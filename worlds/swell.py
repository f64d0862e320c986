"""When the waves of a sea come and how high they are, as a pure function of the seed: seen and heard alike.

Whoever wants to know of a wave asks for it by its number; no state is kept, so any moment can be asked for again.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

from worlds.seeds import seed_number

STRAY = 0.34
"""How far a wave strays from its turn at most, in periods: the times between waves vary by a fifth."""
PER_SET = 14
"""How many waves on average from one set to the next; a world begins between two."""
IN_SETS, BETWEEN = 1.5, 0.75
"""Heights in a set and between sets beside the mean, where all higher waves come in sets."""
LOWEST, HIGHEST = 0.2, 2.1
MEAN = math.sqrt(math.pi) / 2.0


@dataclass(frozen=True, slots=True)
class Wave:
    """One wave of the sea."""

    at_s: float
    """World time at which it reaches the beach."""
    height: float
    """Beside the mean of all waves: 0.2 to 2.1."""
    side: float
    """Where along the beach it comes in first: -1 the left, 1 the right."""
    variety: float
    """A number 0..1 of its own, for its shape."""


@lru_cache(maxsize=64)
def wave(seed: int, number: int, period_s: float, set_ratio: float) -> Wave:
    """A wave by its number, which may be any; wave n comes about n periods after the world's beginning.

    Heights of waves of a narrow-banded sea are a Rayleigh variable (Longuet-Higgins, Journal of Marine Research 11,
    1952); a few larger ones come together. Real sets lie 5 to 25 minutes apart; here about two.
    """
    one, other, high, side, variety = _chances(seed, "wave", number)
    late = STRAY * (one + other - 1.0)
    swell = BETWEEN + (IN_SETS - BETWEEN) * _risen(seed, number)
    height = math.sqrt(-math.log(1.0 - high)) / MEAN * (1.0 + set_ratio * (swell - 1.0))
    return Wave((number + late) * period_s, min(max(height, LOWEST), HIGHEST), 2.0 * side - 1.0, variety)


def waves_about(
    seed: int, t_s: float, period_s: float, set_ratio: float, before: int, after: int
) -> tuple[Wave, ...]:
    """So many waves before a moment and after it, in order; the first may be long over, the last far out."""
    now = math.floor(t_s / period_s)
    return tuple(wave(seed, now + step, period_s, set_ratio) for step in range(1 - before, after + 1))


def _risen(seed: int, number: int) -> float:
    """How much of a set this wave belongs to: 0 between sets, 1 in the midst of one."""
    most = 0.0
    for which in (number // PER_SET - 1, number // PER_SET, number // PER_SET + 1):
        place, length, *_ = _chances(seed, "set", which)
        off = abs(number - (which + 0.5 + 0.35 * place) * PER_SET) / (1.5 + 2.0 * length)
        most = max(most, math.exp(-(off**4)))
    return most


def _chances(seed: int, what: str, number: int) -> tuple[float, ...]:
    """Five numbers 0..1 of one wave or set."""
    bits = seed_number(seed, "swell", what, number)
    return tuple(((bits >> 12 * i & 0xFFF) + 0.5) / 4096.0 for i in range(5))
