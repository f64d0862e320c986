"""The sound of `rake`."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from audio.dsp import bake, spectrum
from audio.dsp.grains import Grains, HeavyTail
from audio.dsp.noise import GLIDING, ShapedNoise, frame_for
from audio.dsp.walks import Walks
from audio.notes import always
from audio.voice import Audition, Block, Instrument, Note, Setup, sounds
from worlds.format.voices.rake import Rake

_LEVEL = 0.03191
"""To -23 LUFS while drawn at strength one half (tests/tools/natural_levels.py)."""
_BANDS_HZ = (250.0, 1000.0, 3000.0, 8000.0)
_CURVE = (
    *((60, -34), (125, -28), (250, -22), (500, -17), (1000, -12), (2000, -7), (3150, -5), (4500, -6)),
    *((7000, -13), (10000, -21), (16000, -29)),
)
_COHERENCE = ((90.0, 1.0), (220.0, 0.9), (1000.0, 0.75), (4000.0, 0.5))
_GRAINS_PER_S = 260.0
_MOST_PER_S = 700.0
_GRAIN_SHARE = 0.8
_FORGET_S = 0.12
"""A drag is told at every tick; when no more is told for so long, the rake is at rest."""
_SWELL_S = 0.09
_AT_REST = 1e-4


@sounds(Rake)
class RakeVoice(Instrument[Rake]):
    """Many teeth through gravel: a hiss about 3 to 4 kHz and the clicks of single stones, as fast as the drag.

    After the sandpaper of Cook's particle models (PhISEM, Computer Music Journal 21, 1997; STK `Shakers`:
    4.5 kHz, radius 0.6), darker, for coarser grain. Loudness follows the speed, and the tone rises with it.
    A note sets the speed of the drag (its strength); nothing told for an eighth of a second is a rest.
    """

    auditions = (Audition(notes=always(Note(220.0, 0.5))),)

    def __init__(self, model: Rake, setup: Setup) -> None:
        super().__init__(model, setup)
        rate, self._step_s = setup.sample_rate_hz, setup.block / setup.sample_rate_hz
        shape = spectrum.from_third_octaves(_CURVE, rate, frame_for(setup.block, GLIDING))
        self._hiss = ShapedNoise(
            shape, setup.block, rate, setup.generator("hiss"), _BANDS_HZ, _COHERENCE, prompt=True
        )
        self._gains = np.zeros(len(_BANDS_HZ), np.float32)
        self._fine = Grains(setup.block, _stones(setup, "fine", 3600.0))
        self._coarse = Grains(setup.block, _stones(setup, "coarse", 1500.0))
        self._chance = setup.generator("stones")
        self._catch = Walks(setup.generator("catch"), (0.5, 0.05), self._step_s)
        self._strengths = HeavyTail(2.2, 6.0)
        self._grain_level = _LEVEL * math.sqrt(_GRAIN_SHARE * rate / _GRAINS_PER_S)
        self._speed, self._goal, self._told_s = 0.0, 0.0, 1.0

    def play(self, note: Note) -> None:
        """Draw the rake at a speed, 0..1; 0 lifts it."""
        self._goal, self._told_s = note.strength, 0.0

    def render(self, out: Block) -> None:
        """Add the next block."""
        self._told_s += self._step_s
        goal = self._goal if self._told_s < _FORGET_S else 0.0
        self._speed += (goal - self._speed) * -math.expm1(-self._step_s / _SWELL_S)
        if self._speed > _AT_REST:
            self._draw()
            self._hiss.render(out, self._gains)
        elif self._gains.any():
            self._gains.fill(0.0)
            self._hiss.render(out, self._gains)
        self._fine.add(out)
        self._coarse.add(out)

    def _draw(self) -> None:
        slow, quick = self._catch.step()
        push = self._speed * 2.0
        level = push**0.8 * math.exp(0.15 * slow + 0.12 * quick)
        coarse = float(np.clip((self.values["grain_mm"] - 0.5) / 5.5, 0.0, 1.0)) ** 0.5
        tilt = np.array([0.5 + coarse, 0.6 + 0.8 * coarse, 1.1 - 0.4 * coarse, 1.2 - 0.9 * coarse])
        self._gains[...] = _LEVEL * level * tilt * np.array([1.0, 1.0, push**0.15, push**0.3])
        expected = min(_GRAINS_PER_S * self._step_s * push * math.exp(0.4 * slow), _MOST_PER_S * self._step_s)
        strength = self._grain_level * level / max(push, 0.2) ** 0.5
        # One kind a block, as often as the gravel is coarse: half the work, and no ear can tell.
        if self._chance.random() < coarse:
            self._coarse.scatter(self._chance, expected, self._strengths, strength)
        else:
            self._fine.scatter(self._chance, expected, self._strengths, strength * 0.8)


def _stones(setup: Setup, name: str, centre_hz: float) -> list[NDArray[np.float64]]:
    """Single stones pushed over one another."""
    chance, bank = setup.generator(name), []
    for _ in range(40):
        hz = centre_hz * 2.0 ** float(chance.normal(0.0, 0.5))
        curve = ((100.0, -34.0), (hz / 3.0, -10.0), (hz, 0.0), (10000.0, -14.0), (16000.0, -30.0))
        wave = bake.click(setup.sample_rate_hz, chance, float(chance.uniform(0.0012, 0.004)), curve)
        bank.append(bake.panned(wave, float(chance.uniform(-0.35, 0.35))))
    return bank
