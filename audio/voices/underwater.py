"""The sound of `underwater`."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from audio.dsp import bake, spectrum
from audio.dsp.grains import Grains
from audio.dsp.noise import ShapedNoise, frame_for
from audio.dsp.walks import Path, Walks
from audio.voice import Audition, Block, Setup, Voice, sounds
from worlds.format.voices.underwater import Underwater

_LEVEL = 0.057
"""To -23 LUFS at the defaults with all signals at one half (tests/tools/natural_levels.py)."""
_BANDS_HZ = (60.0, 150.0, 350.0, 800.0, 2500.0, 6300.0)
_LOW = ((31, -4), (50, -5.5), (63, -5), (80, -2.5), (100, -3), (125, -4.5), (160, -4), (200, -1), (250, 0))
_MUFFLED = (
    *_LOW,
    (315, -2),
    *((400, -3.3), (500, -5.6), (630, -10), (800, -14.5), (1000, -17.5), (1250, -22), (1600, -31), (2000, -39)),
    *((2500, -47), (3150, -52), (4000, -60), (5000, -72), (6300, -80), (8000, -90), (12500, -100)),
)
"""Third-octave levels of recordings made just below a surface, where clouds of bubbles take the highs."""
_CLEAR = (
    *_LOW,
    (315, -1),
    *((500, -2.3), (1000, -4.3), (2000, -6.3), (4000, -8.3), (8000, -10.3), (16000, -12.3)),
)
"""The same in the open sea: above 500 Hz 5 dB less density an octave, so 2 dB less in third octaves."""
_NODES_HZ = tuple(hz for hz, _ in _MUFFLED)
_COHERENCE = ((90.0, 1.0), (105.0, 0.4), (130.0, 0.0))
_WINDS_M_S = (0.0, 0.9, 2.5, 4.4, 6.7, 9.4, 12.0)
_SEAS_DB = (44.5, 50.0, 55.0, 61.5, 64.5, 66.5, 68.0)
"""Level at 1 kHz under winds of Beaufort 0 to 5 (and a little beyond)."""
_USUAL_M_S = 4.25
_USUAL_DB = float(np.interp(_USUAL_M_S, _WINDS_M_S, _SEAS_DB))
_WINDS_SHARE = np.array([0.15, 0.2, 0.5, 1.0, 1.0, 1.0])
"""How far each band follows the wind: what rumbles below comes from far away."""
_SWAY = np.array([0.25, 0.25, 0.33, 0.38, 0.12, 0.12])
"""How much each band comes and goes."""
_SWAY_S = (0.5, 0.5, 0.5, 0.5, 0.9, 0.9)
_CLEAR_LOUDER_DB = 1.3
"""What highs add to the loudness in the open sea."""
_HALVES = 2
_STRING = (3, 14)
"""Bubbles in a string."""
_EVENNESS = 2.5
"""Shape of the gamma distribution of the times between strings: 1 would be by pure chance."""
_APART_S = 0.07
_SMALLEST_MM, _LARGEST_MM = 2.3, 15.0
_SIZES, _TAKES = 20, 3
_BUBBLE = 28.0
"""Amplitude of a bubble of 3 mm beside the rumble."""
_FIZZES, _FIZZ = 16, 0.28
"""How many different wakes of fine bubbles there are, and their amplitude beside the rumble."""


@sounds(Underwater)
class UnderwaterVoice(Voice[Underwater]):
    """The sea as it is heard from within: rumble from afar, the hush of its waves above, bubbles close by.

    Ambient noise falls by about 5 dB an octave above 500 Hz and lies nearly flat below; at 1 kHz it is 44.5, 50,
    55, 61.5, 64.5 and 66.5 dB under winds of Beaufort 0 to 5 (Wenz, JASA 34, 1962; JASA 129, 64). Just
    below the surface clouds of fine bubbles swallow most above 600 Hz. Bubbles rise in strings, each of about one
    size, ring at 3.26 m/s over their radius (Minnaert 1933) and climb a little in pitch.
    """

    auditions = (
        Audition(bed=True),
        Audition("open sea", {"clear_ratio": 1.0}, bed=True),
    )

    def __init__(self, model: Underwater, setup: Setup) -> None:
        super().__init__(model, setup)
        rate, frame = setup.sample_rate_hz, frame_for(setup.block)
        self._muffled_db, self._clear_db = (spectrum.at(curve, np.array(_NODES_HZ)) for curve in (_MUFFLED, _CLEAR))
        shape = spectrum.from_third_octaves(_MUFFLED, rate, frame)
        self._rumble = ShapedNoise(shape, setup.block, rate, setup.generator("rumble"), _BANDS_HZ, _COHERENCE)
        self._mixed_at = -1.0
        tau_s = np.tile(_SWAY_S, (_HALVES, 1))
        self._sway = Walks(setup.generator("sway"), tau_s, self._block_s, _sway)
        self._gains = np.zeros((_HALVES, len(_BANDS_HZ)), np.float32)
        self._chance = setup.generator("strings")
        self._due = float(self._chance.uniform(0.2, 1.0))
        """How much of the mean time between two strings is left."""
        self._bubbles = Grains(setup.block, _bubbles(setup))
        self._fizz = Grains(setup.block, _fizz(setup))

    def render(self, out: Block) -> None:
        """Add the next block."""
        self._mix(self.values["clear_ratio"])
        wind_db = float(np.interp(self.values["wind_m_s"], _WINDS_M_S, _SEAS_DB)) - _USUAL_DB
        louder_db = _WINDS_SHARE * wind_db - _CLEAR_LOUDER_DB * self.values["clear_ratio"]
        np.multiply(self._sway.step(), 10.0 ** (louder_db / 20.0), out=self._gains, casting="same_kind")
        self._rumble.render(out, self._gains)
        self._due -= self.values["bubbles_per_min"] / 60.0 * self._block_s
        if self._due <= 0.0:
            self._due += float(self._chance.gamma(_EVENNESS, 1.0 / _EVENNESS))
            self._let_rise()
        self._bubbles.add(out)
        self._fizz.add(out)

    def _mix(self, clear: float) -> None:
        """Give the rumble the spectrum of water so clear; a change glides over one block."""
        if abs(clear - self._mixed_at) < 0.005:
            return
        self._mixed_at = clear
        level_db = clear * self._clear_db + (1.0 - clear) * self._muffled_db
        curve = list(zip(_NODES_HZ, level_db.tolist(), strict=True))
        frame = frame_for(self.setup.block)
        self._rumble.take_shape(spectrum.from_third_octaves(curve, self.setup.sample_rate_hz, frame))

    def _let_rise(self) -> None:
        """A string of bubbles of about one size, from one place, the first ones close together."""
        chance, rate = self._chance, self.setup.sample_rate_hz
        size, take = float(chance.beta(1.3, 1.3)) * (_SIZES - 1), int(chance.integers(_TAKES))
        loud = _LEVEL * _BUBBLE * float(chance.uniform(0.4, 1.0))
        at_s = float(chance.random()) * self._block_s
        for _ in range(int(chance.integers(*_STRING))):
            which = int(np.clip(round(size + float(chance.normal(0.0, 1.3))), 0, _SIZES - 1))
            gain = loud * math.exp(float(chance.normal(0.0, 0.4)))
            start = int(at_s * rate)
            self._bubbles.let_go(start, which * _TAKES + take, gain)
            self._fizz.let_go(start, int(chance.integers(_FIZZES)), _LEVEL * _FIZZ)
            at_s += float(chance.gamma(1.6, _APART_S / 1.6))


def _sway(path: Path) -> Path:
    """How each band of each side swells by itself; deep sound does so on both sides alike."""
    sway = np.exp(_SWAY * path)
    sway[:, 1, :1] = sway[:, 0, :1]
    swayed: Path = _LEVEL * sway
    return swayed


def _bubbles(setup: Setup) -> list[NDArray[np.float64]]:
    """Bubbles of every size, each in some places, their onsets soft."""
    chance, bank = setup.generator("bubble bank"), []
    sides = [float(chance.uniform(-0.9, 0.9)) for _ in range(_TAKES)]
    for radius_mm in np.geomspace(_SMALLEST_MM, _LARGEST_MM, _SIZES):
        for side in sides:
            rise = float(chance.uniform(0.05, 0.14))
            wave = bake.bubble(setup.sample_rate_hz, float(radius_mm), rise, 0.006)
            bank.append(bake.from_side(wave * (radius_mm / 3.0) ** 0.6, side, setup.sample_rate_hz))
    return bank


def _fizz(setup: Setup) -> list[NDArray[np.float64]]:
    """What a bubble leaves behind: fine ones of half a millimetre, faint, about 6 kHz."""
    chance, bank = setup.generator("fizz bank"), []
    curve = ((3000.0, -60.0), (5500.0, -6.0), (6500.0, 0.0), (7500.0, -6.0), (12000.0, -60.0))
    for _ in range(_FIZZES):
        peaks_s = chance.uniform(0.015, 0.045), chance.uniform(-0.004, 0.004)
        sides = [
            bake.brush(setup.sample_rate_hz, chance, float(peak_s), curve) for peak_s in (peaks_s[0], sum(peaks_s))
        ]
        wave = np.zeros((2, max(map(len, sides))))
        for side, heard in zip(wave, sides, strict=True):
            side[: len(heard)] = heard
        bank.append(0.7 * bake.faded(wave))
    return bank
