"""The sound of `noise`."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from audio.dsp import spectrum
from audio.dsp.noise import ShapedNoise, frame_for
from audio.mix.loudness import k_weighting, power_of
from audio.mix.strip import NATURAL_LUFS
from audio.voice import Audition, Block, Setup, Voice, sounds
from worlds.format.voices.noise import Noise

_DB_OCTAVE = {"white": 0.0, "pink": -3.0103, "brown": -6.0206, "blue": 3.0103, "green": 0.0}
"""Power densities as 1, 1/f, 1/f^2 and f."""
_COHERENCE = ((70.0, 0.9), (140.0, 0.75))
"""Nearly the same for all it holds, so that heard in mono it has its colour too."""
_LOWEST_HZ = 38.0
"""Below this brown noise would be mostly rumble that no small speaker gives."""
_GREEN_HZ = 500.0
_ABOUT_HZ = 1000.0
_SETTLE_S = 0.15
_SMALLEST_STEP = 0.01


@sounds(Noise)
class NoiseVoice(Voice[Noise]):
    """Gaussian noise whose power density is a power of frequency: 0, -3, -6 or +3 dB an octave, plus the tilt.

    White, pink, brown and blue as defined in Federal Standard 1037C and in use since; green is no standard, here a
    hill about 500 Hz that falls by 6 dB an octave on both sides, where out of doors most sound lies. Whatever
    colour and tilt, the loudness is the same by BS.1770: its weighting is reckoned into the spectrum.
    """

    auditions = (
        Audition(bed=True),
        *(Audition(name, {"colour": name}) for name in ("white", "pink", "green", "blue")),
    )

    def __init__(self, model: Noise, setup: Setup) -> None:
        super().__init__(model, setup)
        frame = frame_for(setup.block)
        self._hz = np.maximum(spectrum.bins_hz(setup.sample_rate_hz, frame), 1.0)
        self._octaves = np.log2(self._hz / _ABOUT_HZ)
        self._weight = _heard(self._hz, setup.sample_rate_hz)
        self._plain = _colour(model.colour, self._hz)
        self._follow = -math.expm1(-self._block_s / _SETTLE_S)
        self._tilt = self._shaped_at = 0.0
        self._began = False
        rate, chance = setup.sample_rate_hz, setup.generator("noise")
        self._noise = ShapedNoise(self._shape(0.0), setup.block, rate, chance, coherence=_COHERENCE)

    def render(self, out: Block) -> None:
        """Add the next block."""
        goal = self.values["tilt_db_octave"]
        self._tilt = self._tilt + (goal - self._tilt) * self._follow if self._began else goal
        self._began = True
        if abs(self._tilt - self._shaped_at) > _SMALLEST_STEP:
            self._shaped_at = self._tilt
            self._noise.take_shape(self._shape(self._tilt))
        self._noise.render(out)

    def _shape(self, tilt_db_octave: float) -> NDArray[np.float32]:
        """The spectrum at a tilt, as loud as every other."""
        amplitude = self._plain * 10.0 ** (self._octaves * (tilt_db_octave / 20.0))
        power = 2.0 * float(np.sum((amplitude * self._weight) ** 2))
        return (amplitude * math.sqrt(power_of(NATURAL_LUFS) / power)).astype(np.float32)


def _colour(name: str, hz: NDArray[np.float64]) -> NDArray[np.float64]:
    """Amplitude of a colour at each frequency, at most what speakers and ears take."""
    if name == "green":
        amplitude: NDArray[np.float64] = 1.0 / (hz / _GREEN_HZ + _GREEN_HZ / hz)
    else:
        amplitude = (hz / _ABOUT_HZ) ** (_DB_OCTAVE[name] / (20.0 * math.log10(2.0)))
    amplitude = amplitude * np.minimum(hz / _LOWEST_HZ, 1.0) ** 2
    amplitude[0] = 0.0
    amplitude[hz >= spectrum.HIGHEST_HZ] = 0.0
    return amplitude


def _heard(hz: NDArray[np.float64], sample_rate_hz: int) -> NDArray[np.float64]:
    """Gain of the K-weighting at each frequency."""
    top, bottom = k_weighting(sample_rate_hz)
    z = np.exp(-2j * np.pi * hz / sample_rate_hz)
    found: NDArray[np.float64] = np.abs(np.polyval(top[::-1], z) / np.polyval(bottom[::-1], z))
    return found
