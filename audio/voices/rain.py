"""The sound of `rain`."""

from __future__ import annotations

import math
from functools import partial

import numpy as np

from audio.dsp import spectrum
from audio.dsp.blend import Blend
from audio.dsp.grains import Grains, HeavyTail
from audio.dsp.noise import ShapedNoise, frame_for
from audio.dsp.rainfall import drops_per_m2_s
from audio.dsp.walks import Path, Walks
from audio.voice import Audition, Block, Setup, Voice, sounds
from audio.voices.raindrops import Wave
from audio.voices.surfaces import SURFACES, Surface
from worlds.format.voices.rain import Rain

_USUAL_MM_H = 5.0
_HEAVY_MM = 1.5
"""From here up a drop is told from a drizzle's."""
_BANDS_HZ = (200.0, 900.0, 2500.0, 7000.0)
_COHERENCE = ((90.0, 1.0), (140.0, 0.9), (500.0, 0.8), (1000.0, 0.7), (2000.0, 0.45), (4000.0, 0.2), (8000.0, 0.1))
_MOST_PER_S = 900.0
"""More are not told apart."""
_SWAY = np.array([0.2, 0.16, 0.12, 0.12])
"""How much each band swells and sinks."""
_MERGING = -0.15
"""How much less a single drop stands out the harder it rains beyond the usual."""
_FINE, _LARGE = 48, 32


@sounds(Rain)
class RainVoice(Voice[Rain]):
    """Two layers: the rush of countless far drops, and single drops close by, fine ones and heavy ones.

    How many of each size fall at a rate is `audio.dsp.rainfall` (Marshall and Palmer 1948): the harder it rains,
    the more large drops, and the less a single one stands out: crest factors fall from above 20 dB in drizzle to
    below that in a downpour. Drops lie on a plane round the visitor, each heard as 1/distance, so strengths have
    a tail of power about -2. What they fall on is a `Surface`: its rush has levels after field recordings.
    """

    auditions = (
        Audition(bed=True),
        Audition("leaves", {"on": "leaves"}, bed=True),
        Audition("roof", {"on": "roof"}, bed=True),
        Audition("glass", {"on": "glass"}, bed=True),
        Audition("water", {"on": "water"}, bed=True),
    )

    def __init__(self, model: Rain, setup: Setup) -> None:
        super().__init__(model, setup)
        rate = setup.sample_rate_hz
        self._is = SURFACES[model.on]
        near, far = (
            spectrum.from_third_octaves(curve, rate, frame_for(setup.block))
            for curve in (self._is.near_db, self._is.far_db)
        )
        self._rush = ShapedNoise(far, setup.block, rate, setup.generator("bed"), _BANDS_HZ, _COHERENCE)
        self._nearness = Blend(self._rush, far, near)
        self._gains = np.zeros(len(_BANDS_HZ), np.float32)
        self._sway = Walks(
            setup.generator("sway"), (1.4, 0.9, 0.7, 0.6), self._block_s, partial(_sway, self._is.sway)
        )
        self._showers = Walks(setup.generator("showers"), (7.0, 1.5, 0.12), self._block_s, _shower)
        fine, large = _drops(self._is, setup)
        self._fine = Grains(setup.block, fine)
        self._large = Grains(setup.block, large, beside=self._fine)
        self._rated_mm_h, self._falling = -1.0, (0.0, 0.0)
        self._chance = setup.generator("taps")
        self._strengths = HeavyTail(2.0, 7.0)
        usual_per_s = self._is.catch_m2 * drops_per_m2_s(_USUAL_MM_H)
        # Unit-energy grains at this rate carry the power of unit-variance noise.
        self._single = self._is.level * math.sqrt(2.0 * self._is.share * rate / usual_per_s)

    def render(self, out: Block) -> None:
        """Add the next block."""
        rate_mm_h = self.values["rate_mm_h"]
        louder, denser = self._showers.step().tolist()
        near = self.values["near_ratio"]
        self._nearness.set(near)
        level = self._is.level * louder * math.sqrt(rate_mm_h / _USUAL_MM_H)
        np.multiply(self._sway.step(), level, out=self._gains, casting="same_kind")
        self._rush.render(out, self._gains)
        merged = max(rate_mm_h / _USUAL_MM_H, 1.0) ** _MERGING
        self._scatter(rate_mm_h, denser, self._single * louder * math.sqrt(near) * merged)
        self._fine.add(out)
        self._large.add(out)

    def _scatter(self, rate_mm_h: float, denser: float, single: float) -> None:
        """Let single drops fall, as many of either size as there are."""
        if rate_mm_h != self._rated_mm_h:
            self._rated_mm_h = rate_mm_h
            self._falling = drops_per_m2_s(rate_mm_h), drops_per_m2_s(rate_mm_h, _HEAVY_MM)
        every, large = self._falling
        a_block = self._is.catch_m2 * denser * self._block_s
        most = _MOST_PER_S * self._block_s
        self._fine.scatter(self._chance, min((every - large) * a_block, most), self._strengths, single)
        self._large.scatter(
            self._chance, min(large * a_block, 0.5 * most), self._strengths, single * self._is.heavier
        )


def _sway(most: float, path: Path) -> Path:
    swayed: Path = np.exp(path * (most * _SWAY))
    return swayed


def _shower(path: Path) -> Path:
    """Of a slow walk and two quicker ones: by how much it is louder, and how many more drops fall."""
    return np.exp(np.stack([0.08 * path[:, 0], 0.06 * (path[:, 1] + path[:, 2])], axis=1))


def _drops(surface: Surface, setup: Setup) -> tuple[list[Wave], list[Wave]]:
    """Fine drops and heavy ones on this surface."""
    drop = surface.drops(setup.sample_rate_hz, setup.generator("tap bank"))
    return [drop(size) for size in np.linspace(0.0, 0.35, _FINE)], [
        drop(size) for size in np.linspace(0.45, 1.0, _LARGE)
    ]
