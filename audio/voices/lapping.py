"""The sound of `lapping`."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from audio.dsp import bake, spectrum
from audio.dsp.grains import Grains, HeavyTail
from audio.dsp.noise import GLIDING, ShapedNoise, frame_for
from audio.dsp.walks import Path, Walks
from audio.voice import Audition, Block, Setup, Voice, sounds
from worlds.format.voices.lapping import Lapping

_LEVEL = 0.061
"""To -23 LUFS at the defaults with all signals at one half (tests/tools/natural_levels.py)."""
_BANDS_HZ = (90.0, 250.0, 600.0, 1400.0, 4000.0)
_CURVE = (
    *((50, -22), (80, -12), (125, -6), (200, -3), (315, -2), (500, -3.5), (800, -7), (1250, -12)),
    *((2000, -17), (4000, -24), (8000, -34), (16000, -46)),
)
_COHERENCE = ((90.0, 1.0), (170.0, 0.85), (400.0, 0.65), (1000.0, 0.45), (4000.0, 0.2))
_LATE_S = np.array([0.0, 0.02, 0.08, 0.16, 0.22])
"""A lap begins low and brightens as its edge breaks."""
_LEAN = np.array([0.0, 0.6, 1.0, 1.0, 1.0])
"""How far each band follows a lap to its side; deep sound stays in the middle."""
_HALVES = np.array([-0.5, 0.5])[:, None, None]
"""Left and right."""
_AT_ONCE = 6
_REST = 0.42
"""What is heard between laps, beside a lap's peak."""


@sounds(Lapping)
class LappingVoice(Voice[Lapping]):
    """Little waves that rise against an edge and run off, each with a slosh and some bubbles.

    Laps come every 0.8 to 2.5 s, give or take 30 percent. A slosh is noise mostly below 600 Hz that swells in
    a quarter of a second and brightens late; 3 to 12 bubbles of 2 to 8 mm follow it (van den Doel, ACM TAP 2,
    2005, for the bubbles; the numbers of laps from ordinary observation). Heights vary as a Rayleigh variable,
    like those of sea waves (Longuet-Higgins 1952).
    """

    auditions = (Audition(bed=True),)

    def __init__(self, model: Lapping, setup: Setup) -> None:
        super().__init__(model, setup)
        rate, self._step_s = setup.sample_rate_hz, setup.block / setup.sample_rate_hz
        self._chance = setup.generator("laps")
        shape = spectrum.from_third_octaves(_CURVE, rate, frame_for(setup.block, GLIDING))
        self._slosh = ShapedNoise(shape, setup.block, rate, setup.generator("slosh"), _BANDS_HZ, _COHERENCE)
        self._gains = np.zeros((2, len(_BANDS_HZ)), np.float32)
        self._stir = Walks(setup.generator("stir"), np.full((2, len(_BANDS_HZ)), 0.25), self._step_s, _restless)
        self._bubbles = Grains(setup.block, _bubbles(setup))
        self._strengths = HeavyTail(2.2, 3.5)
        self._age_s = np.full(_AT_ONCE, 99.0)
        self._height, self._length_s, self._side = np.zeros(_AT_ONCE), np.ones(_AT_ONCE), np.zeros(_AT_ONCE)
        self._next, self._wait_s = 0, float(self._chance.uniform(0.1, 1.0))

    def render(self, out: Block) -> None:
        """Add the next block."""
        self._age_s += self._step_s
        self._wait_s -= self._step_s
        if self._wait_s <= 0.0:
            self._lap()
        self._set_gains()
        self._slosh.render(out, self._gains)
        self._bubbles.add(out)

    def _lap(self) -> None:
        chance, which = self._chance, self._next
        self._next = (which + 1) % _AT_ONCE
        period_s = self.values["period_s"]
        self._wait_s += period_s * float(np.clip(chance.normal(1.0, 0.3), 0.4, 1.9))
        sea = 0.25 + 1.5 * self.values["height_ratio"]
        height = sea * min(float(chance.rayleigh(0.8)) + 0.15, 2.2)
        self._age_s[which], self._height[which] = 0.0, height
        self._length_s[which] = float(chance.uniform(0.28, 0.5)) * (0.8 + 0.3 * height)
        self._side[which] = chance.uniform(-0.8, 0.8)
        self._bubble(height)

    def _bubble(self, height: float) -> None:
        chance, rate = self._chance, self.setup.sample_rate_hz
        count = int(chance.poisson(2.0 + 3.5 * min(height, 2.5)))
        for gain in self._strengths.draw(chance, count):
            start = int((0.15 + float(chance.gamma(2.5, 0.16))) * rate)
            self._bubbles.let_go(
                start, int(chance.integers(len(self._bubbles))), _LEVEL * 34.0 * gain * height**0.7
            )

    def _set_gains(self) -> None:
        age_s = self._age_s[:, None]
        late = np.maximum(age_s - _LATE_S, 0.0)
        late /= self._length_s[:, None]
        swell = late * np.exp(1.0 - late)
        swell *= np.sqrt(swell)
        swell *= self._height[:, None]
        drift = np.minimum(self._age_s, 2.0)
        drift *= 0.25
        drift += self._side
        where = np.minimum(np.maximum(drift, -0.8), 0.8)[:, None] * _LEAN
        shares = np.sqrt(0.5 + _HALVES * where)
        shares *= swell
        level = shares.sum(axis=1)
        level += _REST * (0.3 + self.values["height_ratio"])
        np.multiply(level, self._stir.step(), out=self._gains, casting="same_kind")


def _restless(path: Path) -> Path:
    """How each band of each side swells by itself; deep sound does so on both sides alike."""
    stir = np.exp(0.25 * path)
    stir[:, 1, _LEAN <= 0.0] = stir[:, 0, _LEAN <= 0.0]
    stirred: Path = _LEVEL * stir
    return stirred


def _bubbles(setup: Setup) -> list[NDArray[np.float64]]:
    """Bubbles of 1.5 to 8 mm, the small ones softer, each somewhere along the edge."""
    chance, bank = setup.generator("bubble bank"), []
    for _ in range(64):
        radius_mm = 1.5 * (8.0 / 1.5) ** float(chance.beta(1.2, 1.8))
        wave = bake.bubble(setup.sample_rate_hz, radius_mm, float(chance.uniform(0.05, 0.15)), 0.012)
        bank.append(bake.panned(wave * (radius_mm / 3.0) ** 0.75, float(chance.uniform(-0.7, 0.7))))
    return bank
