"""How thunder rolls: when its claps arrive, and how strong they are."""

from __future__ import annotations

import math

import numpy as np

_CLAPS = (3, 7)
"""Stretches of the channel that lie across the line of sight, and so are heard at once."""
_ARRIVALS = (24, 60)
_SHORTEST_S, _LONGEST_S = 9.0, 22.0
_FIRST_S = 1.6
"""The first swell takes at least this long to its height."""
_TAIL_S = 4.0
_DEEPEST = 0.5
"""How much less the weakest of all rolls has than the strongest."""
_EACH_KM = 0.05
_USUAL_KM = 7.0


class Roll:
    """The swell of one thunder over time: 24 to 60 arrivals in a few claps, the strongest of height one or less.

    Tortuous channels send what lies across the line of sight at once, as a clap, and what lies along it one after
    another, as a rumble (Few, Journal of Geophysical Research 79, 1974).
    """

    def __init__(self, chance: np.random.Generator, distance_km: float) -> None:
        self.distance_km = distance_km
        last_s = float(chance.uniform(_SHORTEST_S, _LONGEST_S)) - _TAIL_S
        claps = int(chance.integers(*_CLAPS, endpoint=True))
        count = int(chance.integers(*_ARRIVALS, endpoint=True))
        middles_s = np.sort(chance.beta(0.9, 1.2, claps)) * last_s
        strengths = chance.lognormal(0.0, 0.5, claps) * np.exp(-middles_s / last_s)
        of = chance.choice(claps, count, p=strengths / strengths.sum())
        self._at_s = np.clip(middles_s[of] + chance.normal(0.0, 0.45, count), 0.0, last_s)
        self._at_s -= self._at_s.min()
        self._rise_s = chance.uniform(0.6, 1.1, count) * (1.0 + 0.5 * self._at_s / last_s)
        self._power = chance.lognormal(0.0, 0.6, count) * np.exp(-1.0 * self._at_s / last_s)
        self.length_s = float(last_s + _TAIL_S)
        along_s = np.arange(0.0, self.length_s, 0.1)
        highest = max(self._sum(float(at_s)) for at_s in along_s)
        strength = float(1.0 - _DEEPEST * chance.random() ** 2) * 10.0 ** (-_EACH_KM * (distance_km - _USUAL_KM))
        self._scale: float = min(strength, 1.0) / math.sqrt(highest)

    def swell(self, at_s: float) -> float:
        """Amplitude at a moment since the first arrival; 0 at both ends."""
        begun = 0.5 - 0.5 * math.cos(math.pi * min(at_s / _FIRST_S, 1.0))
        left = min(max((self.length_s - at_s) / _TAIL_S, 0.0), 1.0)
        return self._scale * math.sqrt(self._sum(at_s)) * begun * left

    def _sum(self, at_s: float) -> float:
        """Power of all arrivals: each swells to its height and dies away as (t/T)^2 e^(2 - 2t/T)."""
        along = np.maximum(at_s - self._at_s, 0.0) / self._rise_s
        return float(np.sum(self._power * along**2 * np.exp(2.0 - 2.0 * along)))
