"""Curves over frequency: how makers of voices write a spectrum, and what the synthesis needs of it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Curve = Sequence[tuple[float, float]]
"""Points (frequency in Hz, value), rising in frequency; straight lines between them over log frequency."""

HIGHEST_HZ = 17000.0
"""From here up noise holds nothing: few would hear it, and its levels are 30 dB down in nature."""
ROLL_OFF_HZ = 30.0
"""Below this nothing is heard from small speakers; it would only eat headroom."""


def bins_hz(sample_rate_hz: int, frame: int) -> NDArray[np.float64]:
    """Frequencies of the bins of a transform of a frame of so many samples, shape (frame / 2 + 1,)."""
    return np.arange(frame // 2 + 1, dtype=np.float64) * (sample_rate_hz / frame)


def at(curve: Curve, frequency_hz: NDArray[np.float64]) -> NDArray[np.float64]:
    """The curve's value at each frequency, held beyond its ends."""
    points = np.asarray(curve, dtype=np.float64)
    return np.interp(np.log2(np.maximum(frequency_hz, 1e-3)), np.log2(points[:, 0]), points[:, 1])


def from_third_octaves(curve: Curve, sample_rate_hz: int, frame: int) -> NDArray[np.float32]:
    """Amplitude of each bin from levels of third-octave bands in dB, as field recordings are published.

    A third octave is as wide as 0.232 of its centre, so equal band levels fall 3 dB an octave in density.
    Shape (frame / 2 + 1,), scaled so that the noise made of it has an RMS of 1; bin 0 is 0.
    """
    hz = bins_hz(sample_rate_hz, frame)
    return _unit(10 ** (at(curve, hz) / 20) / np.sqrt(np.maximum(hz, 1.0)), hz)


def _unit(amplitude: NDArray[np.float64], hz: NDArray[np.float64]) -> NDArray[np.float32]:
    amplitude = amplitude * np.minimum(hz / ROLL_OFF_HZ, 1.0) ** 2
    amplitude[0] = 0.0
    amplitude[hz >= HIGHEST_HZ] = 0.0
    unit: NDArray[np.float64] = amplitude / np.sqrt(np.sum(amplitude**2))
    return unit.astype(np.float32)
