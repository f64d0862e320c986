"""The breath, as music hears it: when it turns, and how long it goes out."""

from __future__ import annotations

from audio.score.moment import Moment, Operator

_STILL_PER_S = 0.0024
"""What changes more slowly is held."""
_TRUST = 0.5
"""How much the length of the last breath counts beside those before it."""
_SHORTEST_S, _LONGEST_S = 1.0, 15.0
"""What is shorter or longer is no breathing out."""


class Breath(Operator):
    """Tells when breathing in and breathing out begin, from the `breath` signal alone."""

    def __init__(self) -> None:
        self._before = 0.0
        self._rising = False
        self._turned_s = 0.0

    def step(self, now: Moment) -> None:
        """Take the breath of this block."""
        breath, still = now.signals.breath, _STILL_PER_S * now.step_s
        change, self._before = breath - self._before, breath
        now.breathing_out = self._rising and change < -still
        now.breathing_in = not self._rising and change > still
        if abs(change) > still:
            self._rising = change > 0.0
        if now.breathing_in:
            self._measure(now)
        if now.breathing_in or now.breathing_out:
            self._turned_s = now.now_s
        elif now.now_s > self._turned_s + _LONGEST_S:
            now.out_s = 0.0

    def _measure(self, now: Moment) -> None:
        """Learn how long breathing out took, pause and all."""
        out_s = now.now_s - self._turned_s
        if _SHORTEST_S <= out_s <= _LONGEST_S:
            now.out_s += (out_s - now.out_s) * (_TRUST if now.out_s else 1.0)
