"""How high the melody lies."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from audio.dsp.walks import Walks
from audio.score.ladder import Ladder
from audio.score.moment import Moment

_MIDDLE = 0.38
"""Of the ladder's height, at night and unsettled."""
_DAY, _SETTLED, _ASKED = 0.2, -0.22, 0.5
_OCTAVES_OF_NOTES = (1.0, 4.0, 16.0, 64.0)
_SWAY = 0.08
_SPREAD = 0.18


class Register:
    """Where the line is drawn to: higher by day, lower by night and as a visit settles, and swaying.

    It sways at several rates at once, each four times as slow as the one before, which lends the line the 1/f
    likeness that listeners prefer: neither as wild as chance nor as dull as a walk (Voss and Clarke, "'1/f noise'
    in music", JASA 63, 1978).
    """

    def __init__(self, chance: np.random.Generator) -> None:
        self._sway = Walks(chance, _OCTAVES_OF_NOTES, 1.0)

    def weights(self, ladder: Ladder, now: Moment) -> NDArray[np.float64]:
        """How much each step of the ladder is wished for by the next note."""
        asked = _ASKED * (now.asked["height_ratio"] - 0.5)
        middle = _MIDDLE + _DAY * now.signals.daylight + _SETTLED * now.signals.settle + asked
        middle += _SWAY * float(np.clip(self._sway.step().sum(), -3.5, 3.5))
        along = (ladder.cents - ladder.cents[0]) / (ladder.cents[-1] - ladder.cents[0])
        weights: NDArray[np.float64] = np.exp(-(((along - middle) / _SPREAD) ** 2))
        return weights
