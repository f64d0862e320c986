"""The note that is right for a touch."""

from __future__ import annotations

import numpy as np

from audio.score.ladder import cents_of
from audio.score.moment import Moment
from audio.score.tuning import rubs

LOW_HZ, HIGH_HZ = 196.0, 880.0
_NEAR_STEPS = 3


def note_at(height: float, now: Moment) -> float:
    """Frequency for a touch at a height, 0 bottom to 1 top: the nearest step of the present scale that is no
    semitone from a tone of the chord, nor from one that still rings of the chord before."""
    wished = cents_of(LOW_HZ * (HIGH_HZ / LOW_HZ) ** min(max(height, 0.0), 1.0))
    middle = now.tuning.nearest(2.0 ** (wished / 1200.0))
    near = np.arange(middle - _NEAR_STEPS, middle + _NEAR_STEPS + 1)
    pitches = now.tuning.cents(near)
    away = np.abs(pitches - wished)
    for sounding in (now.sounding, now.tuning.cents(now.chord)):
        friendly = ~rubs(pitches[:, None], sounding).any(axis=1)
        if friendly.any():
            return now.tuning.hz(int(near[np.argmin(np.where(friendly, away, np.inf))]))
    return now.tuning.hz(middle)
