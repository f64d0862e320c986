"""What a minute of sound was like, so that minutes a day apart can be compared: level, spectrum, ears, phase."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from audio.mix.loudness import Meter, gated_power, lufs
from audio.voice import BLOCK, SAMPLE_RATE_HZ

THIRDS_HZ = 1000.0 * 2.0 ** (np.arange(-13, 13) / 3.0)
"""Middles of third octaves, 50 Hz to 16 kHz."""
FRAME_BLOCKS = 8
"""Blocks in the frames that spectra are taken of: 3 Hz apart."""
MINUTE = round(60.0 * SAMPLE_RATE_HZ / BLOCK)
LEAST_DB = -120.0
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Minute:
    """One minute."""

    loudness_lufs: float
    thirds_db: Floats
    """Mean power of each third octave, both ears together."""
    alike: Floats
    """Of each, how alike the ears are: 1 the same, 0 nothing in common, -1 against each other."""
    offset: float
    peak: float
    phases: Floats
    """Of each pure tone looked for, in radians, against one that began with the first sample of all."""


def turns(hz: float, sample: int) -> float:
    """Where in its turn (0..1) a tone of exactly this many hertz is at a sample, after any number of days: counted
    in whole numbers."""
    return float(Fraction(hz) * sample / SAMPLE_RATE_HZ % 1)


def minute(blocks: Iterable[NDArray[np.float32]], first: int, tones: Sequence[tuple[int, float]]) -> Minute:
    """Of the blocks of a minute, of which the first begins at the sample `first` of all. `tones`: (ear, hertz)."""
    meter, powers, sums, peak, frames = Meter(SAMPLE_RATE_HZ, BLOCK), [], np.zeros(2), 0.0, _Frames()
    found, count = np.zeros(len(tones), complex), 0
    along = np.arange(BLOCK) / SAMPLE_RATE_HZ
    against = [np.exp(-2j * np.pi * hz * along) for _, hz in tones]
    for count, block in enumerate(blocks, start=1):
        powers.append(meter.power(block))
        sums += block.mean(axis=1, dtype=np.float64)
        peak = max(peak, float(np.abs(block).max()))
        frames.take(block)
        weight = np.sin(np.pi * (count - 0.5) / MINUTE) ** 2
        for index, (ear, hz) in enumerate(tones):
            start = turns(hz, first + (count - 1) * BLOCK)
            found[index] += weight * np.exp(-2j * np.pi * start) * (block[ear] @ against[index])
    if not np.isfinite(powers).all():
        raise ValueError("something that is no number came out")
    moments = np.array(powers[: len(powers) // 9 * 9]).reshape(-1, 9).mean(axis=1)
    thirds_db, alike = frames.thirds()
    offset = float(np.abs(sums / count).max())
    return Minute(lufs(gated_power(moments)), thirds_db, alike, offset, peak, np.angle(found))


class _Frames:
    """Mean power and cross power of both ears at every frequency."""

    def __init__(self) -> None:
        self._frame = np.zeros((2, FRAME_BLOCKS * BLOCK))
        self._window = np.hanning(FRAME_BLOCKS * BLOCK)
        self._sums = np.zeros((3, FRAME_BLOCKS * BLOCK // 2 + 1))
        self._taken = 0

    def take(self, block: NDArray[np.float32]) -> None:
        """Add a block; every half frame there is another spectrum."""
        self._frame[:, :-BLOCK] = self._frame[:, BLOCK:]
        self._frame[:, -BLOCK:] = block
        self._taken += 1
        if self._taken >= FRAME_BLOCKS and self._taken % (FRAME_BLOCKS // 2) == 0:
            left, right = np.fft.rfft(self._frame * self._window, axis=1)
            self._sums += np.abs(left) ** 2, np.abs(right) ** 2, (left * right.conj()).real

    def thirds(self) -> tuple[Floats, Floats]:
        """The level of each third octave in dB, and how alike the ears are in it."""
        hz = np.fft.rfftfreq(FRAME_BLOCKS * BLOCK, 1.0 / SAMPLE_RATE_HZ)
        edge = 2.0 ** (1.0 / 6.0)
        bands = [(hz >= middle / edge) & (hz < middle * edge) for middle in THIRDS_HZ]
        left, right, both = np.array([self._sums[:, band].sum(axis=1) for band in bands]).T
        per_frame = self._taken / (FRAME_BLOCKS // 2) * (self._window**2).sum() * FRAME_BLOCKS * BLOCK / 2
        power = (left + right) / per_frame + 10 ** (LEAST_DB / 10)
        return 10 * np.log10(power), both / np.sqrt(left * right + 1e-30)
