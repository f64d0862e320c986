"""The sound of `rain_on_glass`."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from audio.dsp import bake, spectrum
from audio.dsp.grains import Grains, HeavyTail
from audio.dsp.noise import ShapedNoise, frame_for
from audio.dsp.walks import Path, Walks
from audio.voice import Audition, Block, Setup, Voice, sounds
from worlds.format.voices.rain_on_glass import RainOnGlass

_LEVEL = 0.03465
"""To -23 LUFS at the defaults with all signals at one half (tests/tools/natural_levels.py)."""
_USUAL_MM_H = 5.0
_BANDS_HZ = (200.0, 900.0, 2500.0, 7000.0)
_COHERENCE = ((90.0, 1.0), (140.0, 0.9), (500.0, 0.8), (1000.0, 0.7), (2000.0, 0.45), (4000.0, 0.2), (8000.0, 0.1))
_PANE = (
    *((50, -44), (63, -40), (80, -30), (100, -22), (160, -16), (250, -13), (400, -10), (800, -10), (1600, -10.5)),
    *((2500, -15), (4000, -18), (8000, -26), (12500, -35), (16000, -40)),
)
"""Third-octave levels behind a pane in steady rain, after field recordings of rain on surfaces."""
_OUTSIDE = (
    *((63, -30), (125, -22), (250, -18), (500, -13), (1000, -10.5), (2000, -12), (4000, -15), (8000, -21)),
    *((12000, -27), (16000, -34)),
)
"""Open rain on ground and leaves, its highs taken by the closed window."""
_TAPS_PER_S = 150.0
_MOST_PER_S = 900.0
"""More are not told apart."""
_TAP_SHARE = 0.17
"""Power of single drops on the pane beside its bed."""
_SWAY = np.array([0.2, 0.16, 0.12, 0.12])
"""How much each band swells and sinks."""
_MERGING = -0.38
"""The harder it rains, the less a single drop stands out: crest factors fall from 20 dB to 12."""


@sounds(RainOnGlass)
class RainOnGlassVoice(Voice[RainOnGlass]):
    """Two layers: a bed of countless far drops, and single drops on the pane, few of them near.

    How many drops fall grows as rate^0.6 (Marshall and Palmer, Journal of Meteorology 5, 1948: exponential
    drop sizes with slope 4.1 R^-0.21, integrated above 0.5 mm gives 750, 2100, 4500 and 7100 a second and
    square metre at 1, 5, 20 and 50 mm/h). A drop is a dull tap with a glassy ring of 1.5 to 6 kHz that lasts
    8 to 25 ms; the nearer the louder, so strengths have a tail of power about -2.
    """

    auditions = (Audition(bed=True),)

    def __init__(self, model: RainOnGlass, setup: Setup) -> None:
        super().__init__(model, setup)
        rate, self._step_s = setup.sample_rate_hz, setup.block / setup.sample_rate_hz
        self._pane = spectrum.from_third_octaves(_PANE, rate, frame_for(setup.block))
        self._outside = spectrum.from_third_octaves(_OUTSIDE, rate, frame_for(setup.block))
        self._bed = ShapedNoise(self._pane, setup.block, rate, setup.generator("bed"), _BANDS_HZ, _COHERENCE)
        self._mixed_at = -1.0
        self._gains = np.zeros(len(_BANDS_HZ), np.float32)
        self._sway = Walks(setup.generator("sway"), (1.4, 0.9, 0.7, 0.6), self._step_s, _sway)
        self._showers = Walks(setup.generator("showers"), (7.0, 1.5, 0.12), self._step_s, _shower)
        self._taps = Grains(setup.block, _taps(setup))
        self._chance = setup.generator("taps")
        self._strengths = HeavyTail(1.85, 11.0)
        self._tap_level = math.sqrt(_TAP_SHARE * rate / _TAPS_PER_S)

    def render(self, out: Block) -> None:
        """Add the next block."""
        heavy = self.values["rate_mm_h"] / _USUAL_MM_H
        louder, denser = self._showers.step().tolist()
        level = _LEVEL * math.sqrt(heavy) * louder
        pane = self.values["pane_ratio"]
        self._mix(pane)
        np.multiply(self._sway.step(), level, out=self._gains, casting="same_kind")
        self._bed.render(out, self._gains)
        expected = _TAPS_PER_S * self._step_s * heavy**0.6 * denser
        single = level * math.sqrt(2.0 * pane) * self._tap_level * max(heavy, 0.05) ** _MERGING
        self._taps.scatter(self._chance, min(expected, _MOST_PER_S * self._step_s), self._strengths, single)
        self._taps.add(out)

    def _mix(self, pane: float) -> None:
        """Give the bed the spectrum of so much pane and so much outside; a change glides over one block."""
        if abs(pane - self._mixed_at) < 0.005:
            return
        self._mixed_at = pane
        self._bed.take_shape(np.sqrt(pane * self._pane**2 + (1.0 - pane) * self._outside**2))


def _sway(path: Path) -> Path:
    swayed: Path = np.exp(path * _SWAY)
    return swayed


def _shower(path: Path) -> Path:
    """Of a slow walk and two quicker ones: by how much it is louder, and how many more drops fall."""
    return np.exp(np.stack([0.08 * path[:, 0], 0.4 * (path[:, 1] + path[:, 2])], axis=1))


def _taps(setup: Setup) -> list[NDArray[np.float64]]:
    """Drops on glass, each a tap and two short glassy partials, somewhere on the pane."""
    chance, rate = setup.generator("tap bank"), setup.sample_rate_hz
    dull = ((100.0, -30.0), (800.0, -6.0), (2600.0, 0.0), (7000.0, -6.0), (16000.0, -26.0))
    bank = []
    for _ in range(64):
        hz = 1500.0 * 4.0 ** float(chance.random())
        t_s = bake.seconds(rate, 0.025)
        ring = np.sin(2 * np.pi * hz * t_s) * np.exp(-t_s / chance.uniform(0.0015, 0.0045))
        ring += 0.5 * np.sin(2 * np.pi * hz * chance.uniform(1.3, 1.8) * t_s) * np.exp(-t_s / 0.002)
        ring = bake.unit_energy(bake.tapered(ring * bake.eased(t_s / 0.0006)))
        middle = bake.click(rate, chance, float(chance.uniform(0.001, 0.003)), dull)
        side = bake.click(rate, chance, 0.002, dull)
        bank.append(_spread(0.3 * ring, 0.8 * middle, 0.35 * side, float(chance.uniform(-0.9, 0.9))))
    return bank


def _spread(
    ring: NDArray[np.float64], tap: NDArray[np.float64], side: NDArray[np.float64], place: float
) -> NDArray[np.float64]:
    """A tap at its place on the pane, with a little of the frame's answer on both sides."""
    wave = np.zeros((2, max(len(ring), len(tap), len(side))))
    wave[:, : len(ring)] += bake.panned(ring, place)
    wave[:, : len(tap)] += bake.panned(tap, place)
    wave[0, : len(side)] += side
    wave[1, : len(side)] -= side
    return wave
