"""The sound of `hearth`."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from audio.dsp import bake, spectrum
from audio.dsp.grains import Grains, HeavyTail
from audio.dsp.noise import ShapedNoise, frame_for
from audio.dsp.walks import Path, Walks
from audio.voice import SAMPLE_RATE_HZ, Audition, Block, Setup, Voice, sounds
from audio.voices.cascades import Cascades
from worlds.format.voices.hearth import Hearth

_LEVEL = 0.055
"""To -23 LUFS at the defaults (tests/tools/natural_levels.py)."""
_BANDS_HZ = (120.0, 350.0, 1500.0, 7000.0)
_HISS_BAND = 3
_CURVE = (
    *((30, -20), (50, -13), (80, -9.5), (125, -9.5), (200, -17), (315, -21), (500, -25), (800, -28), (1250, -29)),
    *((2000, -29), (3150, -29), (5000, -28.3), (8000, -27.2), (12500, -31.5), (16000, -39)),
)
_COHERENCE = ((90.0, 1.0), (200.0, 0.9), (500.0, 0.75), (1500.0, 0.5), (5000.0, 0.2))
_SLOW = np.array([0.16, 0.16, 0.12, 0.1])
_QUICK = np.array([0.24, 0.24, 0.22, 0.2])
"""How much each band flickers, slowly and quickly."""
_FLICKER_S = ([1.0] * 4, [0.12, 0.1, 0.08, 0.05])
_BURSTS_PER_S = 2.5
_TICKS_PER_S = 30.0
"""So few that between bursts there is time to listen to the flames: closer together they would be rough."""
_CRACKLE, _POP, _TICK = 4.2, 5.4, 1.6
"""Strengths beside the bed."""
_POPS = 0.12
"""Share of bursts that begin with the pop of a log rather than a crackle."""
_CRACKLES, _LOGS = 64, 24


@sounds(Hearth)
class HearthVoice(Voice[Hearth]):
    """Roar, hiss and crackle: flickering noise below 200 Hz, the hiss of gas and embers above 3 kHz, and bursts.

    Three parts after Farnell's fire (Designing Sound, ch. 34): flames flutter at a few hertz and lower, embers
    hiss, wood cracks. Cracks come as cascades, of energies and waits without a scale of their own (`Cascades`):
    a few a second, most of them ticks, now and then one that sets off a dozen more. Each crack is a click of one
    to ten milliseconds up to 9 kHz with a short echo of the fireplace; every eighth burst begins with a log's
    woody pop of 350 to 1300 Hz.
    """

    auditions = (Audition(bed=True),)

    def __init__(self, model: Hearth, setup: Setup) -> None:
        super().__init__(model, setup)
        rate = setup.sample_rate_hz
        shape = spectrum.from_third_octaves(_CURVE, rate, frame_for(setup.block))
        self._bed = ShapedNoise(shape, setup.block, rate, setup.generator("bed"), _BANDS_HZ, _COHERENCE)
        self._flicker = Walks(setup.generator("flicker"), [_FLICKER_S, _FLICKER_S], self._block_s, _flicker)
        self._gains = np.zeros((2, len(_BANDS_HZ)), np.float32)
        self._stir = Walks(setup.generator("stir"), (5.0, 0.7), self._block_s)
        self._cracks = Grains(setup.block, _bank(setup))
        self._ticks = HeavyTail(1.8, 6.0)
        self._chance = setup.generator("cracks")
        self._cascades = Cascades(self._chance)
        # Cracks have unit energy, whose samples are the smaller the more there are.
        self._per_crack = math.sqrt(rate / SAMPLE_RATE_HZ)

    def render(self, out: Block) -> None:
        """Add the next block."""
        fire, crackle = self.values["fire_ratio"], self.values["crackle_ratio"]
        level = _LEVEL * 10.0 ** (0.6 * (fire - 0.5))
        np.multiply(self._flicker.step(), level, out=self._gains, casting="same_kind")
        self._gains[:, _HISS_BAND] *= 2.0 * self.values["hiss_ratio"]
        self._bed.render(out, self._gains)
        slow, quick = self._stir.step()
        stir = 2.0 * crackle * (0.5 + fire) * math.exp(0.4 * slow + 0.6 * quick - 0.26)
        self._cracks.scatter(
            self._chance, _TICKS_PER_S * self._block_s * stir, self._ticks, _TICK * level * self._per_crack
        )
        self._burst(_BURSTS_PER_S * self._block_s * stir, level * self._per_crack)
        self._cracks.add(out)

    def _burst(self, expected: float, level: float) -> None:
        rate, chance = self.setup.sample_rate_hz, self._chance
        for crack in self._cascades.begun(expected, self._block_s):
            pops = crack.first and chance.random() < _POPS
            which = _CRACKLES + int(chance.integers(_LOGS)) if pops else int(chance.integers(_CRACKLES))
            loud = level * (_POP if pops else _CRACKLE) * math.sqrt(crack.energy)
            self._cracks.let_go(int(crack.after_s * rate), which, loud)


def _flicker(path: Path) -> Path:
    """Of a slow and a quick walk for each side and band, its gain."""
    flickered: Path = np.exp(path[:, :, 0] * _SLOW + path[:, :, 1] * _QUICK)
    return flickered


def _bank(setup: Setup) -> list[NDArray[np.float64]]:
    chance, rate = setup.generator("crack bank"), setup.sample_rate_hz
    return [_crackle(rate, chance) for _ in range(_CRACKLES)] + [_pop(rate, chance) for _ in range(_LOGS)]


def _crackle(rate: int, chance: np.random.Generator) -> NDArray[np.float64]:
    """A crack: a click somewhere in the fire, and the short hiss of what escapes."""
    hz = float(chance.uniform(1300.0, 7000.0))
    curve = ((150.0, -22.0), (hz / 4.0, -9.0), (hz, 0.0), (12000.0, -9.0), (16000.0, -18.0))
    sharp = bake.click(rate, chance, float(chance.uniform(0.0004, 0.0022)), curve)
    hiss = float(chance.uniform(0.25, 0.6)) * bake.click(rate, chance, float(chance.uniform(0.005, 0.012)), curve)
    echo = 0.35 * bake.click(rate, chance, 0.006, curve)
    return bake.amid(bake.overlaid(sharp, hiss), echo, float(chance.uniform(-0.9, 0.9)))


def _pop(rate: int, chance: np.random.Generator) -> NDArray[np.float64]:
    """A log that splits: a broader click and the short knock of the wood."""
    hz, wood_hz = float(chance.uniform(1400.0, 4500.0)), float(chance.uniform(350.0, 1300.0))
    curve = ((150.0, -14.0), (hz / 4.0, -6.0), (hz, 0.0), (12000.0, -8.0), (16000.0, -14.0))
    sharp = bake.click(rate, chance, float(chance.uniform(0.0015, 0.005)), curve)
    t_s = bake.seconds(rate, 0.05)
    wood = np.sin(2.0 * np.pi * wood_hz * t_s) * np.exp(-t_s / float(chance.uniform(0.003, 0.01)))
    echo = 0.3 * bake.click(rate, chance, 0.006, curve)
    knock = 0.55 * bake.unit_energy(bake.tapered(wood))
    return bake.amid(bake.overlaid(sharp, knock), echo, float(chance.uniform(-0.7, 0.7)))
