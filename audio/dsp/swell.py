"""`Swell`: when the next wave of the sea comes, and how high it is."""

from __future__ import annotations

import math

import numpy as np

_SPACING = 25.0
"""Shape of the gamma distribution of the times between waves: they vary by 1 / sqrt(25), a fifth."""
_SET_WAVES = (3, 8)
_LULL_S = (35.0, 110.0)
_SWELLING_WAVES = 2.0
"""How many waves a set takes to come up and to go."""
_IN_SETS, _BETWEEN = 1.5, 0.75
"""Heights in a set and between sets beside the mean, where all higher waves come in sets."""
_LOWEST, _HIGHEST = 0.2, 2.1
_MEAN = math.sqrt(math.pi) / 2.0


class Swell:
    """Waves one after another: gamma-spaced, of Rayleigh heights, some of them in sets.

    Heights of waves of a narrow-banded sea are a Rayleigh variable (Longuet-Higgins, Journal of Marine Research 11,
    1952); 3 to 10 larger ones come together. Real sets lie 5 to 25 minutes apart; here one to two and a half.
    """

    def __init__(self, chance: np.random.Generator) -> None:
        self._chance = chance
        self._left_in_set = 0
        self._lull_s = float(chance.uniform(10.0, 60.0))
        self._risen = 0.0
        """How much of a set this is: 0 between sets, 1 in the midst of one."""

    def next_wave(self, period_s: float, set_ratio: float) -> tuple[float, float]:
        """Time until the next wave in seconds, and the height of the one that comes now; heights have a mean of 1
        where `set_ratio` is 0."""
        chance = self._chance
        wait_s = period_s * float(np.clip(chance.gamma(_SPACING, 1.0 / _SPACING), 0.5, 1.8))
        in_set = self._in_set(wait_s)
        self._risen += (float(in_set) - self._risen) / _SWELLING_WAVES
        swell = _BETWEEN + (_IN_SETS - _BETWEEN) * self._risen
        height = float(chance.rayleigh(1.0 / math.sqrt(2.0))) / _MEAN
        return wait_s, min(max(height * (1.0 + set_ratio * (swell - 1.0)), _LOWEST), _HIGHEST)

    def _in_set(self, wait_s: float) -> bool:
        if self._left_in_set:
            self._left_in_set -= 1
            if not self._left_in_set:
                self._lull_s = float(self._chance.uniform(*_LULL_S))
            return True
        self._lull_s -= wait_s
        if self._lull_s <= 0.0:
            self._left_in_set = int(self._chance.integers(_SET_WAVES[0], _SET_WAVES[1] + 1))
        return False
