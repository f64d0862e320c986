"""The tonal centre and its slow wander."""

from __future__ import annotations

import numpy as np

from audio.score.moment import Moment, Operator


class Centre(Operator):
    """Asks for a centre that strays a fifth up or down from home and comes home again, at uneven intervals.

    Two just scales a fifth apart share all tones but one or two, of which one is a comma (22 cents) off; the
    chords only go over where nothing that still rings is so near to what is new.
    """

    def __init__(self, chance: np.random.Generator) -> None:
        self._chance = chance
        self._left = self._patience()

    def step(self, now: Moment) -> None:
        """Come nearer to the next move."""
        self._left -= now.asked["centre_moves_per_h"] * now.step_s / 3600.0
        if self._left <= 0.0:
            self._left = self._patience()
            now.fifths = 0 if now.fifths else int(self._chance.choice((-1, 1)))

    def _patience(self) -> float:
        """How long it stays, as a part of the mean."""
        return float(self._chance.uniform(0.6, 1.4))
