"""The sound of `waterfall`."""

from __future__ import annotations

import numpy as np

from audio.dsp import spectrum
from audio.dsp.blend import Blend
from audio.dsp.noise import ShapedNoise, frame_for
from audio.dsp.walks import Path, Walks
from audio.voice import Audition, Block, Setup, Voice, sounds
from worlds.format.voices.waterfall import Waterfall

_LEVEL = 0.0468
"""To -23 LUFS at the defaults (tests/tools/natural_levels.py)."""
_USUAL_FLOW = 0.5
_BANDS_HZ = (90.0, 300.0, 1000.0, 3500.0, 9000.0)
_GROWTH = np.array([1.5, 1.3, 1.0, 0.9, 0.9])
"""How each band's amplitude grows with the flow, as a power of it."""
_VEIL = (
    *((50, -34), (80, -31), (125, -24), (200, -16), (315, -11), (500, -8.5), (800, -3.5), (1250, -0.6), (1600, 0)),
    *((2000, -1), (3150, -3.6), (5000, -7.5), (8000, -11.5), (12500, -16.5), (16000, -21)),
)
"""Third-octave levels of water that breaks on rock, after field recordings,"""
_POOL = (
    *((50, -20), (80, -15), (125, -9.5), (200, -5), (315, -1.5), (500, 0), (800, -0.5), (1250, -2), (2000, -5)),
    *((3150, -8.5), (5000, -12.5), (8000, -17.5), (12500, -24), (16000, -30)),
)
"""and of one plunge into deep water, heard through the air between."""
_COHERENCE = ((90.0, 1.0), (150.0, 0.97), (400.0, 0.92), (1000.0, 0.8), (2500.0, 0.45), (6000.0, 0.2))
_SURGE_S = (9.0, 5.0, 3.0, 2.0, 2.0)
_SURGE = np.array([0.07, 0.035, 0.02, 0.018, 0.018])
"""How much each band comes and goes; together far less than a decibel."""


@sounds(Waterfall)
class WaterfallVoice(Voice[Waterfall]):
    """So many drops and bubbles at once that none is heard: Gaussian noise, the steadiest sound there is in nature.

    Its level varies by less than a decibel. Third octaves rise up to 1 or 2 kHz, its density falls by 6 to 9 dB an
    octave above (levels after field recordings from some way off), and more of it is low where the water plunges
    deep. Listeners find the roar of a fall close by unpleasant and soft, dark water pleasant (Rådsten-Ekman,
    Axelsson and Nilsson, Acta Acustica 99, 2013), so this one is far enough away for no drop to stand out.
    """

    auditions = (
        Audition(bed=True),
        Audition("pool", {"pool_ratio": 1.0}, bed=True),
    )

    def __init__(self, model: Waterfall, setup: Setup) -> None:
        super().__init__(model, setup)
        rate, frame = setup.sample_rate_hz, frame_for(setup.block)
        veil, pool = (spectrum.from_third_octaves(curve, rate, frame) for curve in (_VEIL, _POOL))
        self._roar = ShapedNoise(veil, setup.block, rate, setup.generator("roar"), _BANDS_HZ, _COHERENCE)
        self._surge = Walks(setup.generator("surge"), _SURGE_S, self._block_s, _surge)
        self._gains = np.zeros(len(_BANDS_HZ), np.float32)
        self._plunge = Blend(self._roar, veil, pool)

    def render(self, out: Block) -> None:
        """Add the next block."""
        self._plunge.set(self.values["pool_ratio"])
        grown = (self.values["flow_ratio"] / _USUAL_FLOW) ** _GROWTH
        np.multiply(self._surge.step(), grown, out=self._gains, casting="same_kind")
        self._roar.render(out, self._gains)


def _surge(path: Path) -> Path:
    surge: Path = _LEVEL * np.exp(_SURGE * path)
    return surge
