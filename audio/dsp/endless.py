"""`Endless`: a stretch of sound that goes on for ever, in long grains that dissolve into each other."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

_TRIES, _KEPT = 8, 6
"""Of so many starts drawn, the one furthest from the last few is taken: none comes back soon."""
_OVERLAP_RATIO = 0.3
"""Share of a grain in which it dissolves into the next."""
_THIN = 8
"""One sample in so many tells how alike two stretches are; what is above has no part in it."""
_LEAST_ALIKE = -0.6
_LARGEST = 32767


class Endless:
    """Grains of a few seconds from anywhere in the sound, each fading over into the next with constant power.

    Two stretches that have a likeness r (their correlation) and gains s, c add to a power s^2 + c^2 + 2 r s c: so a
    sine and a cosine divided by the root of that hold the power whatever r, from equal power (r = 0) to equal gain
    (r = 1) (Fink, Holters and Zölzer, "Signal-matched power-complementary cross-fading", DAFx 2016). Kept in 16
    bits of its own peak.
    """

    def __init__(
        self, sound: NDArray[np.float32], sample_rate_hz: int, block: int, chance: np.random.Generator
    ) -> None:
        """`sound` is shape (2, samples), 5 s or more."""
        peak = max(float(np.abs(sound).max()), 1e-6)
        self._step = np.float32(peak / _LARGEST)
        self._sound = np.rint(sound / self._step).astype(np.int16)
        self._rate_hz, self._chance = sample_rate_hz, chance
        self._part: Any = np.empty((2, block), np.float32)
        self._rise = np.arange(1, block + 1, dtype=np.float32)
        self._recent: list[int] = []
        self._grain_s = 4.0
        self._at, self._left = self._start(), _overlap(self._length())
        self._next, self._faded, self._overlap, self._alike = 0, 0, 0, 0.0

    def render(self, out: NDArray[np.float32], grain_s: float) -> None:
        """Add the next block to `out`, in grains of about this length from the next one on."""
        self._grain_s = grain_s
        done, block = 0, out.shape[1]
        while done < block:
            count = min(block - done, self._left)
            if self._overlap:
                self._dissolve(out[:, done : done + count])
            else:
                self._add(out[:, done : done + count], self._at, np.float32(1.0))
            self._at += count
            self._left -= count
            done += count
            if not self._left:
                self._turn()

    def _turn(self) -> None:
        """From a grain alone into the next, or from both into that one alone."""
        if self._overlap:
            self._at, self._overlap = self._next, 0
            length = self._length()
            self._left = max(length - 2 * _overlap(length), 1)
            return
        self._overlap = _overlap(self._length())
        self._next, self._faded, self._left = self._start(), 0, self._overlap
        self._alike = self._likeness()

    def _dissolve(self, out: NDArray[np.float32]) -> None:
        count = out.shape[1]
        angle = (self._rise[:count] + np.float32(self._faded)) * np.float32(0.5 * np.pi / self._overlap)
        rising, falling = np.sin(angle), np.cos(angle)
        power = 1.0 + np.float32(2.0 * self._alike) * rising * falling
        np.sqrt(power, out=power)
        self._add(out, self._at, falling / power)
        self._add(out, self._next, rising / power)
        self._next += count
        self._faded += count

    def _add(self, out: NDArray[np.float32], start: int, gain: NDArray[np.float32] | np.float32) -> None:
        part = self._part[:, : out.shape[1]]
        np.multiply(self._sound[:, start : start + out.shape[1]], gain * self._step, out=part)
        out += part

    def _likeness(self) -> float:
        """How alike the two stretches are that will sound together."""
        stretches = [self._sound[:, start : start + self._overlap : _THIN] for start in (self._at, self._next)]
        old, new = (stretch.astype(np.float32).reshape(-1) for stretch in stretches)
        size = float(np.sqrt(np.dot(old, old) * np.dot(new, new)))
        return max(float(np.dot(old, new)) / size, _LEAST_ALIKE) if size > 0.0 else 0.0

    def _length(self) -> int:
        """Samples of the grain that begins: as told, more or less, and at most what leaves a choice of starts."""
        seconds = min(max(self._grain_s * float(np.exp(0.15 * self._chance.standard_normal())), 2.0), 6.0)
        return min(int(seconds * self._rate_hz), self._longest())

    def _longest(self) -> int:
        return min(int(6.0 * self._rate_hz), int(0.6 * self._sound.shape[1]))

    def _start(self) -> int:
        """Where the next grain begins: far from where the last ones did."""
        room = self._sound.shape[1] - self._longest()
        drawn = self._chance.integers(0, max(room, 1), _TRIES)
        start = max(drawn.tolist(), key=self._distance)
        self._recent = [*self._recent, start][-_KEPT:]
        return int(start)

    def _distance(self, start: int) -> int:
        return min((abs(start - before) for before in self._recent), default=0)


def _overlap(length: int) -> int:
    return int(_OVERLAP_RATIO * length)
