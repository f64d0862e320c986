"""How the throat and mouth of four kinds of singers colour what they sing."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_VOWELS: dict[str, tuple[tuple[tuple[float, float, float], ...], ...]] = {
    "bass": (
        ((350, 0, 40), (600, -20, 80), (2400, -32, 100), (2675, -28, 120)),
        ((400, 0, 40), (750, -11, 80), (2400, -21, 100), (2600, -20, 120)),
        ((600, 0, 60), (1040, -7, 70), (2250, -9, 110), (2450, -9, 120)),
    ),
    "tenor": (
        ((350, 0, 40), (600, -20, 60), (2700, -17, 100), (2900, -14, 120)),
        ((400, 0, 40), (800, -10, 80), (2600, -12, 100), (2800, -12, 120)),
        ((650, 0, 80), (1080, -6, 90), (2650, -7, 120), (2900, -8, 130)),
    ),
    "alto": (
        ((325, 0, 50), (700, -12, 60), (2530, -30, 170), (3500, -40, 180)),
        ((450, 0, 70), (800, -9, 80), (2830, -16, 100), (3500, -28, 130)),
        ((800, 0, 80), (1150, -4, 90), (2800, -20, 120), (3500, -36, 130)),
    ),
    "soprano": (
        ((325, 0, 50), (700, -16, 60), (2700, -35, 170), (3800, -40, 180)),
        ((450, 0, 40), (800, -11, 80), (2830, -22, 100), (3800, -22, 120)),
        ((800, 0, 80), (1150, -6, 90), (2900, -32, 120), (3900, -20, 130)),
    ),
}
"""Formants of u, o and a for each, as (Hz, dB, bandwidth in Hz), after the table in the Csound manual."""
SECTIONS = tuple(_VOWELS)
_TABLE = np.array([_VOWELS[section] for section in SECTIONS], np.float64)
_SOFTER_DB = 5.0
"""How much lower the formants above 2 kHz stand where nobody sings to fill a hall."""
_WIDER = 1.7
"""How much broader they are in soft, breathy singing."""


def formants(section: int, open_ratio: float) -> NDArray[np.float64]:
    """Formants of a vowel between u (0), o (0.5) and a (1), rows (Hz, dB, bandwidth in Hz); Hz go in octaves."""
    place = 2.0 * min(max(open_ratio, 0.0), 1.0)
    below = min(int(place), 1)
    low, high = _TABLE[section, below], _TABLE[section, below + 1]
    found: NDArray[np.float64] = low + (high - low) * (place - below)
    found[:, 0] = low[:, 0] * (high[:, 0] / low[:, 0]) ** (place - below)
    return found


def heights(vowel: NDArray[np.float64], hz: NDArray[np.float64]) -> NDArray[np.float64]:
    """How high partials at these frequencies stand, as amplitudes; the strongest formant is 1.

    Each formant is a resonance; their levels hold the slope of the voice's source already.
    """
    centre, level_db, width = vowel[:, 0, None], vowel[:, 1, None], _WIDER * vowel[:, 2, None]
    level_db = level_db - _SOFTER_DB * (centre > 2000.0)
    ratio = hz / centre
    shape = (width / centre) / np.sqrt((1.0 - ratio**2) ** 2 + (ratio * width / centre) ** 2)
    found: NDArray[np.float64] = (10.0 ** (level_db / 20.0) * shape).sum(axis=0)
    return found
