"""The sound of `shishi_odoshi`."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from audio.dsp import bake
from audio.dsp.grains import Grains, packed
from audio.voice import SAMPLE_RATE_HZ, Audition, Block, Setup, Voice, sounds
from worlds.format.voices.shishi_odoshi import ShishiOdoshi

_LEVEL = 13.14
"""To -23 LUFS (gated, so of the knocks themselves; tests/tools/natural_levels.py)."""
_RATIOS = np.array([1.0, 2.572, 4.644, 6.984])
"""Modes of a wooden bar (Csound manual, table of modal frequency ratios)."""
_LEVELS = np.array([1.0, 0.32, 0.12, 0.04])
_TAKES = 6
_LONGEST_S = 2.2


@sounds(ShishiOdoshi)
class ShishiOdoshiVoice(Voice[ShishiOdoshi]):
    """Now and then: water pours out, and a moment later hollow bamboo knocks on stone and settles.

    The tube is a wooden bar (1 : 2.572 : 4.644 : 6.984, the Csound manual's table of modes) that dies in an eighth
    of a second over the slower answer of its air; one or two bounces follow after 90 to 140 ms. It fills in the
    time given, more or less 10 percent. The stroke is eased over 8 ms and the tube's own answer over 40 ms, so that
    it is heard, and never startles.
    """

    auditions = (Audition(sparse=True),)

    def __init__(self, model: ShishiOdoshi, setup: Setup) -> None:
        super().__init__(model, setup)
        self._step_s = setup.block / setup.sample_rate_hz
        self._chance = setup.generator("filling")
        # Knocks have unit energy in samples, of which there may be more or fewer in a second.
        self._level = _LEVEL * math.sqrt(setup.sample_rate_hz / SAMPLE_RATE_HZ)
        self._knocks = Grains(setup.block, (), int(_LONGEST_S * setup.sample_rate_hz))
        self._filled = float(self._chance.uniform(0.2, 0.8))
        self._full = 1.0

    def complete(self) -> None:
        """Make the knocks."""
        self._knocks.fill(map(packed, _bank(self.setup, self.model.pitch_hz)))

    def render(self, out: Block) -> None:
        """Add the next block."""
        self._filled += self._step_s / self.values["fill_s"]
        if self._filled >= self._full:
            self._filled, self._full = 0.0, float(np.clip(self._chance.normal(1.0, 0.1), 0.7, 1.3))
            start = int(self._chance.integers(self.setup.block))
            self._knocks.let_go(start, int(self._chance.integers(_TAKES)), self._level)
        self._knocks.add(out)


def _bank(setup: Setup, pitch_hz: float) -> list[NDArray[np.float64]]:
    chance = setup.generator("knock bank")
    return [_take(setup.sample_rate_hz, chance, pitch_hz) for _ in range(_TAKES)]


def _take(rate: int, chance: np.random.Generator, pitch_hz: float) -> NDArray[np.float64]:
    """One emptying: the pour, then a knock with its bounces."""
    wave = np.zeros(int(_LONGEST_S * rate))
    pour = _pour(rate, chance)
    wave[: len(pour)] += 0.16 * pour
    at_s, strength = float(chance.uniform(0.85, 1.05)), 1.0
    for _ in range(1 + int(chance.integers(1, 3))):
        knock = _knock(rate, chance, pitch_hz * float(chance.uniform(0.99, 1.01))) * strength
        start = int(at_s * rate)
        end = min(start + len(knock), len(wave))
        wave[start:end] += knock[: end - start]
        at_s += float(chance.uniform(0.09, 0.14))
        strength *= float(chance.uniform(0.22, 0.4))
    return bake.faded(bake.panned(wave, 0.0), 0.1)


def _knock(rate: int, chance: np.random.Generator, pitch_hz: float) -> NDArray[np.float64]:
    """Bamboo on stone: four short modes, and the air in the tube an octave or so below."""
    t_s = bake.seconds(rate, 0.45)
    wood = np.zeros(len(t_s))
    for ratio, level in zip(_RATIOS, _LEVELS, strict=True):
        fall = np.exp(-t_s * 6.9 / (0.14 / ratio**0.4))
        wood += level * np.sin(2 * np.pi * pitch_hz * ratio * t_s + chance.uniform(0, 0.4)) * fall
    wood *= bake.eased(t_s / 0.008)
    tube = np.sin(2 * np.pi * pitch_hz * 0.52 * t_s) * np.exp(-t_s * 6.9 / 0.3) * bake.eased(t_s / 0.04)
    return bake.tapered(0.8 * bake.unit_energy(wood) + 0.7 * bake.unit_energy(tube))


def _pour(rate: int, chance: np.random.Generator) -> NDArray[np.float64]:
    """A cupful of water falling: noise that swells and dies, full of bubbles."""
    t_s = bake.seconds(rate, 1.0)
    swell = (t_s / 0.3) ** 2 * np.exp(2.0 * (1.0 - t_s / 0.3))
    curve = ((100, -30), (300, -10), (700, -2), (1500, 0), (3000, -8), (8000, -22), (16000, -40))
    wave = 0.35 * bake.unit_energy(bake.filtered(chance.standard_normal(len(t_s)) * swell, rate, curve))
    for _ in range(26):
        bubble = bake.bubble(rate, float(chance.uniform(1.2, 4.0)), float(chance.uniform(0.05, 0.2)), 0.003)
        start = int(float(np.clip(chance.normal(0.38, 0.14), 0.05, 0.75)) * rate)
        wave[start : start + len(bubble)] += 0.19 * bubble[: len(wave) - start]
    return bake.tapered(wave)
