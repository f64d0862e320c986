"""The sound of `bees`."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from audio.dsp import bake, spectrum
from audio.dsp.grains import Grains, HeavyTail
from audio.dsp.noise import ShapedNoise, frame_for
from audio.dsp.smooth import Fading
from audio.dsp.walks import Walks
from audio.voice import Audition, Block, Setup, Voice, sounds
from audio.voices.beeflight import Flight
from worlds.format.voices.bees import Bees

_LEVEL = 0.081
"""To -23 LUFS by day (tests/tools/natural_levels.py)."""
_HIVE_RATIO = 0.6
_WINGS_HZ, _SPREAD = 212.0, 0.055
"""Wing beats of a hive, between those that fan (190 Hz) and those that fly (232), and how far they spread."""
_HUM = (
    *((31.5, -31), (40, -23), (50, -17), (63, -11), (80, -12), (100, -12), (125, -17), (160, -14), (200, -9)),
    *((250, -11), (315, -10), (400, -7), (500, -8), (630, -7), (800, -8), (1000, -6), (1250, -7), (1600, -10)),
    *((2000, -14), (2500, -15), (3150, -17), (4000, -19), (5000, -20), (6300, -21), (8000, -18), (10000, -19)),
    *((12500, -21), (16000, -27)),
)
_LINES = ((1.0, 7.0), (2.0, 6.5), (3.0, 1.5), (4.0, 2.0))
"""Multiples of the wing beat that stand out of the hum, and by how much of its density."""
_BANDS_HZ = (90.0, 260.0, 700.0, 2500.0, 8000.0)
_COHERENCE = ((300.0, 0.9), (2000.0, 0.85), (5000.0, 0.7), (10000.0, 0.4))
_CRAWL_HZ = ((800.0, -40.0), (2500.0, -8.0), (5000.0, 0.0), (9000.0, 0.0), (14000.0, -14.0))
_CRAWL_PER_S, _CRAWL_RATIO = 14.0, 0.1
_STRENGTHS = HeavyTail(1.6, 9.0)
_FADE_S = 3.0
_INAUDIBLE = 1e-5


@sounds(Bees)
class BeesVoice(Voice[Bees]):
    """A hum with hills at multiples of some 212 Hz, of bees that all beat a little unlike, and single flights.

    Wing beats of bees in flight are 230 to 240 a second (180 to 280), of bees that fan at the hive 190, wavering
    by 5 percent, their harmonics falling 6 to 9 dB an octave (flight: D. L. Altshuler and others, PNAS 102, 2005).
    Many that nearly agree are noise in narrow bands: so the hive is one.
    """

    auditions = (
        Audition(hour=13.0, daylight=1.0, bed=True),
        Audition("meadow", {"hive_ratio": 0.0, "passing": 5}, hour=13.0, daylight=1.0, sparse=True),
    )

    def __init__(self, model: Bees, setup: Setup) -> None:
        super().__init__(model, setup)
        rate = setup.sample_rate_hz
        shape = _with_lines(spectrum.from_third_octaves(_HUM, rate, frame_for(setup.block)), rate)
        self._hum = ShapedNoise(shape, setup.block, rate, setup.generator("hive"), _BANDS_HZ, _COHERENCE)
        tau_s = np.array([[0.9] * len(_BANDS_HZ), [7.0] * len(_BANDS_HZ)])
        self._sway = Walks(setup.generator("sway"), tau_s, self._block_s)
        crawl = setup.generator("crawl")
        self._crawl, self._steps = crawl, Grains(setup.block, _feet(crawl, rate))
        chance = setup.generator("flights")
        self._flights = [Flight(setup, index, chance) for index in range(model.passing)]
        self._step_height = _CRAWL_RATIO * math.sqrt(rate / _CRAWL_PER_S)
        self._out = Fading(_FADE_S, self._block_s)

    def render(self, out: Block) -> None:
        """Add the next block."""
        present = self._out.step(self.values["activity_ratio"])
        level = _LEVEL * (present / 0.7) ** 0.7 if present > 0.0 else 0.0
        hive = level * _HIVE_RATIO * self.values["hive_ratio"]
        if hive > _INAUDIBLE:
            quick, slow = self._sway.step()
            self._hum.render(out, (hive * np.exp(0.14 * quick + 0.16 * slow)).astype(np.float32))
            self._steps.scatter(self._crawl, _CRAWL_PER_S * self._block_s, _STRENGTHS, hive * self._step_height)
            self._steps.add(out)
        for flight in self._flights:
            flight.render(out, _LEVEL, present)


def _feet(chance: np.random.Generator, rate: int) -> list[NDArray[np.float64]]:
    """Wings and feet of those that crawl, so near that single ones are heard."""
    bank = []
    for _ in range(36):
        wave = bake.click(rate, chance, float(chance.uniform(0.001, 0.006)), _CRAWL_HZ)
        bank.append(bake.panned(wave, float(chance.uniform(-0.5, 0.5))))
    return bank


def _with_lines(shape: NDArray[np.float32], rate: int) -> NDArray[np.float32]:
    """The hum's spectrum with the hills of the wing beats, of the same power."""
    hz = spectrum.bins_hz(rate, 2 * (len(shape) - 1))
    density = np.ones(len(hz))
    for multiple, height in _LINES:
        centre = multiple * _WINGS_HZ
        density += height * np.exp(-0.5 * ((hz - centre) / (_SPREAD * centre)) ** 2)
    raised = shape * np.sqrt(density)
    return np.asarray(raised / math.sqrt(float((raised**2).sum())), np.float32)
