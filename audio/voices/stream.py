"""The sound of `stream`."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from audio.dsp import bake, spectrum
from audio.dsp.grains import Grains, HeavyTail
from audio.dsp.noise import ShapedNoise, frame_for
from audio.dsp.walks import Walks
from audio.voice import Audition, Block, Setup, Voice, sounds
from worlds.format.voices.stream import Stream

_LEVEL = 0.0475
"""To -23 LUFS at the defaults (tests/tools/natural_levels.py)."""
_BANDS_HZ = (200.0, 700.0, 2500.0, 8000.0)
_CURVE = (
    *((80, -90), (100, -80), (125, -66), (150, -44), (200, -36), (315, -28.5), (400, -24), (630, -16.5)),
    *((800, -13), (1250, -12.5), (2000, -15), (3150, -19), (5000, -23.5), (8000, -27), (12500, -33)),
    (16000, -42),
)
"""Third-octave levels of the rush of a small brook; its hiss above 4 kHz is mostly spatter."""
_COHERENCE = ((90.0, 1.0), (140.0, 0.95), (400.0, 0.85), (1000.0, 0.7), (3000.0, 0.5), (8000.0, 0.3))
_USUAL_FLOW = 0.4
_MOST_PER_S = 1100.0
"""More bubbles are not told apart."""
_SIZES, _TAKES = 26, 4
_SMALLEST_MM, _LARGEST_MM = 0.5, 11.0
_LOW_CUT = ((60.0, -50.0), (120.0, -40.0), (145.0, -12.0), (200.0, 0.0))
_SPATTERS_PER_S = 55.0
_SPATTER_SHARE = 0.085
"""Beside the rush, in power."""


@sounds(Stream)
class StreamVoice(Voice[Stream]):
    """Bubbles by the hundred, each ringing and rising, over the soft rush of turbulent water.

    Bubbles ring at 3.26 m/s over their radius (Minnaert 1933) and decay as van den Doel has it (ACM TAP 2, 2005);
    radii are spread over three octaves, strengths have a tail of power -2. More water means more bubbles and
    more rush. Above 4 kHz it is drops thrown up that fall back, not an even hiss, and below 150 Hz there is
    nothing: so are recordings of small rivers. The rate of bubbles wanders within a second: water that varies is
    what listeners like best (Rådsten-Ekman et al. 2015).
    """

    auditions = (Audition(bed=True),)

    def __init__(self, model: Stream, setup: Setup) -> None:
        super().__init__(model, setup)
        rate, self._step_s = setup.sample_rate_hz, setup.block / setup.sample_rate_hz
        shape = spectrum.from_third_octaves(_CURVE, rate, frame_for(setup.block))
        self._rush = ShapedNoise(shape, setup.block, rate, setup.generator("rush"), _BANDS_HZ, _COHERENCE)
        self._gains = np.zeros(len(_BANDS_HZ), np.float32)
        self._sway = Walks(setup.generator("sway"), (2.0, 1.2, 0.6, 0.4), self._step_s)
        self._gush = Walks(setup.generator("gush"), (0.8, 0.1), self._step_s)
        self._bubbles = Grains(setup.block, _bank(setup))
        self._chance = setup.generator("bubbles")
        self._strengths = HeavyTail(2.0, 9.0)
        self._spatter = Grains(setup.block, _spatters(setup), beside=self._bubbles)
        self._throws = HeavyTail(2.0, 6.0)
        self._thrown = setup.generator("spatter")

    def render(self, out: Block) -> None:
        """Add the next block."""
        flow = self.values["flow_ratio"]
        level = _LEVEL * 10.0 ** (0.5 * (flow - _USUAL_FLOW))
        slow, quick = self._gush.step()
        rush = level * math.sqrt(0.15 + 0.8 * flow)
        np.multiply(
            np.exp(self._sway.step() * 0.12) * rush, (1.0, 1.0, 0.85, 0.8), out=self._gains, casting="same_kind"
        )
        self._rush.render(out, self._gains)
        per_s = 40.0 + 420.0 * flow
        self._bubble(per_s * math.exp(0.12 * slow + 0.4 * quick), level)
        self._bubbles.add(out)
        per_s = _SPATTERS_PER_S * (0.3 + 1.75 * flow)
        loud = rush * math.sqrt(_SPATTER_SHARE * self.setup.sample_rate_hz / per_s)
        self._spatter.scatter(self._thrown, per_s * self._step_s, self._throws, loud)
        self._spatter.add(out)

    def _bubble(self, per_s: float, level: float) -> None:
        chance = self._chance
        count = min(int(chance.poisson(per_s * self._step_s)), int(_MOST_PER_S * self._step_s))
        if not count:
            return
        middle = math.log(self.values["radius_mm"] / _SMALLEST_MM) / math.log(_LARGEST_MM / _SMALLEST_MM)
        places = np.clip(chance.normal(middle + 0.02, 0.23, count), 0.0, 0.999)
        which = ((places * _SIZES).astype(int) * _TAKES + chance.integers(_TAKES, size=count)).tolist()
        starts = chance.integers(0, self.setup.block, count).tolist()
        loud = level * math.sqrt(self.setup.sample_rate_hz / per_s)
        for start, index, gain in zip(starts, which, self._strengths.draw(chance, count), strict=True):
            self._bubbles.let_go(start, index, gain * loud)


def _bank(setup: Setup) -> list[NDArray[np.float64]]:
    """Bubbles of every size, small ones softer, each at a place across the water."""
    chance, bank = setup.generator("bubble bank"), []
    for radius_mm in np.geomspace(_SMALLEST_MM, _LARGEST_MM, _SIZES):
        for _ in range(_TAKES):
            rise = float(chance.uniform(0.04, 0.2))
            wave = bake.bubble(setup.sample_rate_hz, float(radius_mm) * float(chance.uniform(0.93, 1.07)), rise)
            # Too small a source to be heard below its pitch.
            wave = bake.filtered(wave, setup.sample_rate_hz, _LOW_CUT)
            softer = min((float(radius_mm) / 2.0) ** 0.5, 1.0)
            bank.append(bake.panned(wave * softer, float(chance.uniform(-0.55, 0.55))))
    return bank


def _spatters(setup: Setup) -> list[NDArray[np.float64]]:
    """Drops thrown up that fall back: a few thousandths of a second of hiss."""
    chance, bank = setup.generator("spatter bank"), []
    for _ in range(32):
        centre_hz = 5500.0 * 2.0 ** float(chance.uniform(-0.5, 0.9))
        curve = ((500.0, -40.0), (centre_hz / 2.0, -10.0), (centre_hz, 0.0), (16000.0, -14.0))
        wave = bake.brush(setup.sample_rate_hz, chance, float(chance.uniform(0.0015, 0.006)), curve)
        bank.append(bake.panned(wave, float(chance.uniform(-0.55, 0.55))))
    return bank
