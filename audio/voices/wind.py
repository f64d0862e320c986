"""The sound of `wind`."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from audio.dsp import bake, spectrum
from audio.dsp.grains import Grains, HeavyTail
from audio.dsp.gusts import Gusts
from audio.dsp.noise import ShapedNoise, frame_for
from audio.dsp.walks import Path, Walks
from audio.voice import Audition, Block, Setup, Voice, sounds
from audio.voices.whistling import Whistling
from worlds.format.voices.wind import Wind
from worlds.seeds import generator

_BANDS_HZ = (60.0, 150.0, 350.0, 800.0, 1600.0, 3200.0, 7000.0, 14000.0)
_COHERENCE = ((90.0, 1.0), (140.0, 0.9), (400.0, 0.8), (1000.0, 0.6), (2000.0, 0.45), (4000.0, 0.2), (8000.0, 0.1))
_AIR_BANDS = 3
"""The lowest bands are the air itself; those above answer what it blows through."""
_EDDY_S = (*[0.9] * 6, 0.3, 0.3)
"""How long each band's swirls last."""
_QUICK_S = 0.06
_LATE_S = np.array([[7.5, 4.6, 1.2, 0.0, 2.6], [6.0, 3.4, 0.0, 1.3, 4.2]])
"""When a gust reaches the trees of each upper band, at either ear: those far off, of which the air has taken the
highs, before or after those near by. It never swells in all at once."""
_CALM = (0.1, 0.1, 0.07, 0.06, 0.06, 0.06, 0.05, 0.05)
_USUAL_M_S = 4.0
_RUSTLES_PER_S = 150.0


@dataclass(frozen=True)
class _Character:
    """What the wind blows through."""

    third_octaves_db: spectrum.Curve
    """Spectrum at the usual speed."""
    growth: tuple[float, ...]
    """How each band's amplitude grows with speed, as a power of it."""
    eddies: tuple[float, ...]
    """How much each band swirls of itself."""
    canopy: float
    """How much of the upper bands answers the crowns rather than the air: 0 at once, 1 late."""
    depth: float
    """How deep the stand is through which a gust passes: 0 all of it at once, 1 a wood."""
    rustle: float
    """Share of single rustles in the power."""
    whistle: float
    """Strength of the whistling beside the rest."""
    level: float
    """To -23 LUFS at the defaults with all signals at one half (tests/tools/natural_levels.py)."""


_OPEN = _Character(
    (
        *((30, -9), (40, -2.5), (63, 1.5), (100, 0), (140, -1), (200, 0.5), (260, -0.5), (320, -2), (400, -4)),
        *((600, -6.5), (1200, -11), (2400, -15.5), (4800, -20.5), (9600, -26.5), (16000, -32)),
    ),
    (1.7, 1.7, 1.7, 1.9, 2.0, 2.1, 2.2, 2.2),
    # Rumble and edge hiss are the air right at the ear, which nothing averages out.
    (0.2, 0.16, 0.1, 0.07, 0.07, 0.07, 0.18, 0.3),
    0.6,
    0.0,
    0.0,
    0.0,
    0.0528,
)
_PINES = _Character(
    (
        *((30, -16), (40, -14.5), (50, -11), (63, -16), (80, -18), (125, -21.5), (200, -20.5), (250, -19)),
        *((400, -18), (630, -15), (1000, -11.2), (1250, -11), (1600, -11.5), (2500, -14.5), (4000, -17.5)),
        *((6300, -19.5), (8000, -20), (12500, -22), (16000, -23)),
    ),
    (1.2, 1.2, 1.2, 1.5, 2.0, 2.3, 2.4, 2.2),
    _CALM,
    1.0,
    1.0,
    0.01,
    0.0,
    0.0413,
)
_GRASS = _Character(
    (
        (40, -10),
        (80, -15),
        (125, -16),
        (250, -16),
        (500, -14),
        (1000, -11),
        (2000, -7),
        (3000, -6),
        (5000, -12.4),
        (8000, -20.6),
        (16000, -28),
    ),
    (1.5, 1.5, 1.6, 1.7, 1.9, 2.0, 2.1, 2.1),
    _CALM,
    0.8,
    0.0,
    0.12,
    0.0,
    0.0371,
)
_GAP = _Character(
    (
        *((30, 0), (63, 0), (125, -1), (250, -2), (500, -4), (800, -5), (1100, -8), (1600, -17), (2500, -28)),
        *((4000, -36), (8000, -48), (16000, -60)),
    ),
    (1.5, 1.5, 1.5, 1.6, 1.8, 1.9, 2.0, 2.0),
    (0.25, 0.25, 0.25, 0.25, 0.25, 0.25, 0.25, 0.25),
    0.2,
    0.0,
    0.0,
    1.0,
    0.0219,
)
"""From inside: the wind outdoors through the wall, its highs gone, and the gap itself."""
_CHARACTERS = {"open": _OPEN, "pines": _PINES, "grass": _GRASS, "gap": _GAP}


@sounds(Wind)
class WindVoice(Voice[Wind]):
    """Gusting noise whose bands grow with different powers of the wind's speed, so that gusts brighten.

    Open land: a density falling 5 to 7 dB an octave above a corner near 300 Hz that rises with the speed, pressure
    about as U^2; the rumble of turbulence right at the ear swells faster than what is heard from afar. Pines: a
    broad hump near 1 kHz, the pitch at which needles of 0.7 to 1.5 mm shed vortices (f = 0.2 U / d, Strouhal), that
    climbs with the speed; third-octave levels after field recordings of wind in trees; a gust passes through the
    stand, so that far and near, high and low, swell one after the other. Grass: dry rustles of 1 to 5 ms at 2 to
    8 kHz. Gap: what comes through the wall, and narrow bands that whistle (`Whistling`). All `wind` and `leaves`
    of one world share their gusts, and those of ten seconds are the ones that are seen (the signal `gust`).
    """

    auditions = (
        Audition(bed=True),
        Audition("pines", {"through": "pines"}, bed=True),
        Audition("grass", {"through": "grass"}, bed=True),
        Audition("gap", {"through": "gap", "speed_m_s": 6.5}),
    )

    def __init__(self, model: Wind, setup: Setup) -> None:
        super().__init__(model, setup)
        rate, step_s = setup.sample_rate_hz, setup.block / setup.sample_rate_hz
        self._is = _CHARACTERS[model.through]
        self._growth = np.array(self._is.growth)
        self._gusts = Gusts(generator(setup.seed, "gusts"), step_s, self._is.depth * _LATE_S)
        tau_s = np.tile([*_EDDY_S, _QUICK_S], (2, 1))
        self._eddies = Walks(setup.generator("eddies"), tau_s, step_s, partial(_swirl, np.array(self._is.eddies)))
        shape = spectrum.from_third_octaves(self._is.third_octaves_db, rate, frame_for(setup.block))
        self._noise = ShapedNoise(shape, setup.block, rate, setup.generator("noise"), _BANDS_HZ, _COHERENCE)
        self._speeds = np.zeros((2, len(_BANDS_HZ)))
        self._gains = np.zeros((2, len(_BANDS_HZ)), np.float32)
        self._whistling = Whistling(setup) if self._is.whistle else None
        self._rustles = Grains(setup.block, _rustles(setup))
        self._chance = setup.generator("rustles")
        self._strengths = HeavyTail(2.0, 5.0)
        self._rustles_a_block = _RUSTLES_PER_S * step_s
        # Unit-energy grains at this rate carry the power of unit-variance noise.
        self._rustle_level = self._is.level * math.sqrt(self._is.rustle * rate / _RUSTLES_PER_S)

    def render(self, out: Block) -> None:
        """Add the next block."""
        self._gusts.step(self.values["speed_m_s"], self.values["gust_ratio"], self.signals.gust)
        late = self._is.canopy
        air = self._gusts.speed_m_s / _USUAL_M_S
        crowns = (late * self._gusts.canopy_m_s + (1.0 - late) * self._gusts.speed_m_s) / _USUAL_M_S
        self._set_gains(air, crowns + late * (self._gusts.stand_m_s - self._gusts.canopy_m_s) / _USUAL_M_S)
        self._noise.render(out, self._gains)
        if self._whistling:
            self._whistling.render(out, self._gusts.speed_m_s, self._is.whistle * self._is.level)
        if self._is.rustle:
            expected = self._rustles_a_block * min(crowns**2, 6.0)
            self._rustles.scatter(self._chance, expected, self._strengths, self._rustle_level * min(crowns, 2.0))
            self._rustles.add(out)

    def _set_gains(self, air: float, crowns: NDArray[np.float64]) -> None:
        speeds = self._speeds
        speeds[:, :_AIR_BANDS] = air
        speeds[:, _AIR_BANDS:] = crowns
        np.power(speeds, self._growth, out=speeds)
        speeds *= self._is.level
        np.multiply(self._eddies.step(), speeds, out=self._gains, casting="same_kind")


def _swirl(eddies: NDArray[np.float64], path: Path) -> Path:
    """What each band gains by its own slow walk and a quick one that all of a side share."""
    swirled: Path = np.exp(eddies * path[..., :-1] + 0.02 * path[..., -1:])
    return swirled


def _rustles(setup: Setup) -> list[NDArray[np.float64]]:
    """Single needles, stalks and blades: short bursts of 1 to 5 ms about 2 to 8 kHz."""
    chance, bank = setup.generator("rustle bank"), []
    for _ in range(48):
        centre_hz = 2000.0 * 4.0 ** float(chance.random())
        curve = ((100.0, -40.0), (centre_hz / 3.0, -12.0), (centre_hz, 0.0), (16000.0, -10.0))
        wave = bake.click(setup.sample_rate_hz, chance, float(chance.uniform(0.001, 0.005)), curve)
        bank.append(bake.panned(wave, float(chance.uniform(-0.9, 0.9))))
    return bank
