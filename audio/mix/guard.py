"""Holding short-term loudness below what could be unpleasant, however much happens at once."""

from __future__ import annotations

from audio.mix.loudness import power_of

LIMIT_LUFS = -19.2
"""Aim for any 3 s; what still comes through stays below -17."""
WINDOW_S = 3.0
MOMENT_S = 0.3
FREEDOM = 12.0
"""dB by which a moment may pass the limit after 3 s of silence; the fuller the window, the less."""


class Guard:
    """A budget of loudness for every 3 s: the more of it is used, the less a moment may add.

    Idle at a world's normal level. No pumping: it acts on 0.3 s means, and only near the limit.
    """

    def __init__(self, sample_rate_hz: int, block: int) -> None:
        dt_s = block / sample_rate_hz
        self._count = max(1, round(WINDOW_S / dt_s))
        self._used = [0.0] * self._count
        self._place = 0
        self._total = 0.0
        self._limit = power_of(LIMIT_LUFS)
        self._keep = 1.0 - min(1.0, dt_s / MOMENT_S)
        self._moment = 0.0

    def step(self, power: float) -> float:
        """Take the K-weighted power of a block as it would leave; return the linear gain it may have."""
        self._moment = power + (self._moment - power) * self._keep
        likely = max(self._moment, power * 0.25)
        share = self._total / self._count / self._limit
        allowed = self._limit * 10 ** (FREEDOM / 10 * (1.0 - share))
        gain = min(1.0, (allowed / likely) ** 0.5) if likely > 0.0 else 1.0
        spent = power * gain * gain
        self._total += spent - self._used[self._place]
        self._used[self._place] = spent
        self._place = (self._place + 1) % self._count
        return gain
