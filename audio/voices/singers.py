"""Who of a choir sings which tone, and when they breathe."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

CENTRES_HZ = (131.0, 196.0, 294.0, 415.0)
"""Where basses, tenors, altos and sopranos like best to sing."""
_MOST_TONES = 6
_SAME_RATIO = 0.003
_FAR = 1.6
"""How much an octave from where they like to sing counts, beside a tone that has one singer more already."""
_PHRASE_S = (6.0, 13.0)
"""How long a breath lasts."""
_BREATH_S = (0.25, 0.9)
"""How long the next one takes."""


@dataclass(slots=True, eq=False)
class HeldTone:
    """A tone the choir was given."""

    hz: float
    loud: float
    left_s: float


@dataclass(slots=True, eq=False)
class Singer:
    """One of the choir."""

    section: int
    tone: HeldTone | None = None
    rise: float = 0.0
    """How far the voice has come, 0..1."""
    breath_s: float = 0.0
    """How much longer this breath lasts, or the next is being taken."""
    sung_s: float = 0.0
    """How long this tone has been sung."""

    @property
    def height(self) -> float:
        """How loud the voice is at this moment."""
        return self.rise * self.rise * (3.0 - 2.0 * self.rise) * (self.tone.loud if self.tone else 0.0)


class Ranks:
    """All singers: each takes the tone that has too few and lies well, breathes in turn, and may change over."""

    def __init__(self, chance: np.random.Generator, voices: int) -> None:
        self._chance = chance
        self.singers = [Singer(4 * place // voices) for place in range(voices)]
        self.tones: list[HeldTone] = []

    def hold(self, hz: float, loud: float, duration_s: float) -> None:
        """Hold a tone; one that is sung already is held on. Too many: the one that ends first gives way."""
        for tone in self.tones:
            if abs(tone.hz / hz - 1.0) < _SAME_RATIO:
                tone.left_s, tone.loud = max(tone.left_s, duration_s), max(tone.loud, loud)
                return
        self.tones.append(HeldTone(hz, loud, duration_s))
        if len(self.tones) > _MOST_TONES:
            first = min(self.tones, key=_left)
            first.left_s = 0.0
            self.tones.remove(first)

    def step(self, step_s: float, attack_s: float) -> list[int]:
        """Go on by a block; the places of those who begin a tone now."""
        for tone in self.tones:
            tone.left_s -= step_s
        self.tones = [tone for tone in self.tones if tone.left_s > 0.0]
        if self.tones:
            self._change_over()
        return [
            place for place, singer in enumerate(self.singers) if self._go_on(singer, step_s, step_s / attack_s)
        ]

    def _go_on(self, singer: Singer, step_s: float, rising: float) -> bool:
        """Let one sing, breathe or begin; whether it begins."""
        singer.breath_s -= step_s
        if singer.tone is not None:
            singer.sung_s += step_s
            if singer.breath_s > 0.0 and singer.tone.left_s > 0.0:
                singer.rise = min(singer.rise + rising, 1.0)
                return False
            singer.rise -= rising
            if singer.rise > 0.0:
                return False
            singer.tone, singer.rise = None, 0.0
            singer.breath_s = float(self._chance.uniform(*_BREATH_S))
        if not self.tones or singer.breath_s > 0.0:
            return False
        singer.tone = min(self.tones, key=lambda tone: self._reluctance(singer, tone))
        singer.breath_s = float(self._chance.uniform(*_PHRASE_S))
        singer.sung_s = 0.0
        return True

    def _reluctance(self, singer: Singer, tone: HeldTone) -> float:
        return self._count(tone) + _FAR * abs(math.log2(tone.hz / CENTRES_HZ[singer.section]))

    def _count(self, tone: HeldTone) -> int:
        return sum(singer.tone is tone and singer.breath_s > 0.0 for singer in self.singers)

    def _change_over(self) -> None:
        """Where a tone has hardly anybody, one who has sung another with many for long takes breath."""
        counts = [self._count(tone) for tone in self.tones]
        share = len(self.singers) / len(self.tones)
        free = sum(singer.tone is None or singer.breath_s <= 0.0 for singer in self.singers)
        if min(counts) + free >= 0.5 * share or not max(counts):
            return
        fullest = self.tones[int(np.argmax(counts))]
        longest = max((s for s in self.singers if s.tone is fullest and s.breath_s > 0.0), key=_sung)
        longest.breath_s = 0.0


def _left(tone: HeldTone) -> float:
    return tone.left_s


def _sung(singer: Singer) -> float:
    return singer.sung_s
