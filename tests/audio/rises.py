"""How fast sound rises: a meter of its own, that shares nothing with the guard it judges."""

from __future__ import annotations

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray
from scipy import signal

from tests.audio.worlds import RATE

MOST_DB = 15.0
WITHIN_MS = 30
FLOOR_DBFS = -50.0
"""27 dB below every world's loudness: where a sound comes out of this or less, it comes out of quiet."""
LEVEL_MS = 10
HOP = RATE // 1000
LOW_CUT = np.concatenate([signal.butter(1, 280.0, "highpass", fs=RATE, output="sos")] * 2)
"""What lies below is weighed less, as ears do: two poles, as A-weighting within 2 dB."""


def levels_db(sound: NDArray[np.float32]) -> NDArray[np.float64]:
    """Level of the last 10 ms at every millisecond, of each ear, as ears weigh the lows: shape (2, n)."""
    weighed = signal.sosfilt(LOW_CUT, sound[:, : sound.shape[1] // HOP * HOP].astype(np.float64))
    powers = np.square(weighed)
    each = powers.reshape(2, -1, HOP).mean(axis=2)
    return 10 * np.log10(sliding_window_view(each, LEVEL_MS, axis=1).mean(axis=2) + 1e-14)


def rises_db(
    sound: NDArray[np.float32], floor_dbfs: float | NDArray[np.float64] = FLOOR_DBFS
) -> NDArray[np.float64]:
    """By how much each level stands above the least of the 30 ms before it, in the ear where that is more.

    Before the first sample was silence. `floor_dbfs` may be an array, one for each level.
    """
    levels = levels_db(sound)
    floors = np.broadcast_to(floor_dbfs, levels.shape)
    heard = np.concatenate([np.full((2, WITHIN_MS), -140.0), levels], axis=1)
    before = sliding_window_view(heard, WITHIN_MS + 1, axis=1).min(axis=2)
    return (np.maximum(levels, floors) - np.maximum(before, floors)).max(axis=0)


def largest_rise_db(sound: NDArray[np.float32], floor_dbfs: float = FLOOR_DBFS) -> float:
    """The largest of all rises."""
    return float(rises_db(sound, floor_dbfs).max())
