"""Voices that are heard in the ears themselves: nowhere in the world, and in no room."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from audio.mix import place


def apart(*_: float) -> NDArray[np.float64]:
    """Gains as of `place.gains`, wherever the voice is said to be: left to the left ear, right to the right."""
    table = np.zeros((place.BUSES, 2, 4))
    table[place.PLAIN, 0, 0] = table[place.PLAIN, 1, 1] = 1.0
    return table


def alike(*_: float) -> NDArray[np.float64]:
    """The same for speakers: left to both, for two tones nearly alike would beat in the air, or cancel."""
    table = np.zeros((place.BUSES, 2, 4))
    table[place.PLAIN, :, 0] = 1.0
    return table
