"""What all sound that leaves must keep to, whatever world, hour, seed and pack; and a meter for it.

The meter takes block after block, so that ten minutes never lie in memory. Loudness after ITU-R BS.1770-5 and EBU
Tech 3341 and 3342, true peaks by four times oversampling after annex 2 of the former.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.signal import resample_poly

from audio.mix.loudness import Meter, gated_power, lufs
from tests.audio.loudness import loudness_range_lu, windows

TARGET_LUFS, APART_LU = -23.0, 1.0
MOST_SHORT_LUFS = -17.0
MOST_PEAK_DBTP = -3.0
MOST_RANGE_LU = 10.0
MOST_OFFSET_DB = -60.0
MOMENT_S, SHORT_S = 0.4, 3.0
NEAR = 0.25
"""Below this no sample hides a peak above the ceiling between it and the next."""
OVERSAMPLED, MARGIN = 4, 64


@dataclass(frozen=True)
class Levels:
    """What a stretch of sound measured."""

    loudness_lufs: float
    """Integrated, gated."""
    loudest_lufs: float
    """The loudest 3 s."""
    range_lu: float
    peak_dbtp: float
    offset_db: float
    """The larger channel's mean, of the worst minute."""

    @property
    def misses(self) -> list[str]:
        """Which limits it does not keep to."""
        kept = {
            "loudness": abs(self.loudness_lufs - TARGET_LUFS) <= APART_LU,
            "short-term": self.loudest_lufs <= MOST_SHORT_LUFS,
            "range": self.range_lu <= MOST_RANGE_LU,
            "peak": self.peak_dbtp <= MOST_PEAK_DBTP,
            "offset": self.offset_db < MOST_OFFSET_DB,
        }
        return [name for name, is_kept in kept.items() if not is_kept]

    def __str__(self) -> str:
        return (
            f"{self.loudness_lufs:7.2f} LUFS  3 s {self.loudest_lufs:7.2f}  range {self.range_lu:5.2f} LU"
            f"  peak {self.peak_dbtp:6.2f} dBTP  offset {self.offset_db:5.0f} dB"
        )


def levels(blocks: Iterable[NDArray[np.float32]], sample_rate_hz: int) -> Levels:
    """Of a sound given as whole blocks (2, n), all of one length. Raises ValueError for what is no number."""
    powers, means, peak, before = [], [], 0.0, np.zeros((2, 0), np.float32)
    meter: Meter | None = None
    for block in blocks:
        meter = meter or Meter(sample_rate_hz, block.shape[1])
        powers.append(meter.power(block))
        means.append(block.mean(axis=1, dtype=np.float64))
        joined = np.concatenate([before, block], axis=1)
        peak, before = max(peak, _peak(joined)), joined[:, -2 * MARGIN :]
        length = block.shape[1]
    if not np.isfinite(powers).all():
        raise ValueError("something that is no number came out")
    per_s = sample_rate_hz / length
    return _of(np.array(powers), np.array(means), peak, per_s)


def _of(powers: NDArray[np.float64], means: NDArray[np.float64], peak: float, per_s: float) -> Levels:
    moment, short = max(1, round(MOMENT_S * per_s)), max(1, round(SHORT_S * per_s))
    shorts = windows(powers, short, max(1, short // 30))
    minute = max(1, min(len(means), round(60.0 * per_s)))
    offset = max(float(np.abs(windows(channel, minute, minute)).max()) for channel in means.T)
    return Levels(
        lufs(gated_power(windows(powers, moment, max(1, moment // 4)))),
        lufs(float(shorts.max())),
        loudness_range_lu(shorts),
        _db(peak),
        _db(offset),
    )


def _peak(sound: NDArray[np.float32]) -> float:
    """The highest value, between the samples too; those at the ends belong to the neighbours."""
    highest = float(np.abs(sound).max())
    if highest < NEAR:
        return highest
    over = resample_poly(sound, OVERSAMPLED, 1, axis=1)
    return max(float(np.abs(over[:, OVERSAMPLED * MARGIN : -OVERSAMPLED * MARGIN]).max()), highest)


def _db(amplitude: float) -> float:
    return 20.0 * math.log10(max(amplitude, 1e-9))
