"""The sound of `owl`."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from audio.dsp import bake
from audio.dsp.grains import Grains, packed
from audio.voice import Audition, Block, Setup, Voice, sounds
from worlds.format.voices.owl import Owl

_LEVEL = 0.1318
"""To -23 LUFS (gated, so of the calls themselves; tests/tools/natural_levels.py)."""
_TAKES = 3
_PITCH_HZ = 830.0
_LONGEST_S = 1.8
_LONG, _SHORT, _TREMULOUS = 0, _TAKES, 2 * _TAKES


@sounds(Owl)
class OwlVoice(Voice[Owl]):
    """The tawny owl's song: a long note that rises and falls, a pause, a very short note, a long tremulous one.

    Order and pauses after descriptions of Strix aluco (pause 2 to 4 s, then the short note and the tremulous one
    together; 50 to 60 s between songs); about 0.8 kHz, with a second harmonic 28 dB below and a tremolo of 8 to
    14 Hz. Every note swells for a tenth of a second or more.
    """

    auditions = (Audition(fields={"every_s": 20.0}, hour=23.0, daylight=0.0, sparse=True),)

    def __init__(self, model: Owl, setup: Setup) -> None:
        super().__init__(model, setup)
        self._step_s = setup.block / setup.sample_rate_hz
        self._chance = setup.generator("calls")
        self._notes = Grains(setup.block, (), int(_LONGEST_S * setup.sample_rate_hz))
        self._wait_s = float(self._chance.uniform(5.0, 30.0))

    def complete(self) -> None:
        """Make its notes."""
        self._notes.fill(map(packed, _bank(self.setup)))

    def render(self, out: Block) -> None:
        """Add the next block."""
        self._wait_s -= self._step_s
        if self._wait_s <= 0.0:
            awake = self.values["activity_ratio"]
            self._wait_s = max(16.0, self.values["every_s"] * math.exp(float(self._chance.normal(0.0, 0.3))))
            if awake >= 0.5:
                self._call()
        self._notes.add(out)

    def _call(self) -> None:
        chance = self._chance
        answer_s = 0.9 + float(chance.uniform(2.2, 3.8))
        tremulous_s = answer_s + 0.2 + float(chance.uniform(0.4, 0.6))
        loud = _LEVEL * float(chance.uniform(0.8, 1.0))
        notes = ((0.0, _LONG, 1.0), (answer_s, _SHORT, 0.3), (tremulous_s, _TREMULOUS, 1.0))
        for at_s, first, strength in notes:
            start = int(at_s * self.setup.sample_rate_hz)
            self._notes.let_go(start, first + int(chance.integers(_TAKES)), loud * strength)


def _bank(setup: Setup) -> list[NDArray[np.float64]]:
    """Takes of the three notes, in the voice of one owl."""
    chance, rate = setup.generator("owl"), setup.sample_rate_hz
    pitch_hz = float(chance.normal(_PITCH_HZ, 20.0))
    notes = []
    for low_s, high_s, ratio, tremor in (
        (0.75, 0.95, 1.0, 0.0),
        (0.17, 0.24, 0.82, 0.0),
        (1.3, _LONGEST_S, 1.0, 1.0),
    ):
        for _ in range(_TAKES):
            wave = _hoot(rate, chance, float(chance.uniform(low_s, high_s)), pitch_hz * ratio, tremor)
            notes.append(bake.panned(wave, 0.0))
    return notes


def _hoot(rate: int, chance: np.random.Generator, length_s: float, hz: float, tremor: float) -> NDArray[np.float64]:
    """One note, its pitch an arch of two or three semitones, with a breath of air in it."""
    t_s = bake.seconds(rate, length_s)
    along = t_s / length_s
    arch = 0.90 + 0.13 * np.sin(np.pi * np.minimum(along, 1.0) ** 0.7) - 0.08 * along**3
    shake = np.sin(2 * np.pi * np.cumsum(11.5 - 1.5 * along) / rate)
    phase = 2 * np.pi * np.cumsum(hz * arch * (1.0 + 0.011 * tremor * shake)) / rate
    swell = bake.eased(t_s / min(0.13, 0.45 * length_s)) * bake.eased((length_s - t_s) / min(0.26, 0.5 * length_s))
    swell *= 1.0 + 0.35 * tremor * shake * np.clip(3.0 * along - 0.3, 0.0, 1.0)
    air = bake.filtered(chance.standard_normal(len(t_s)), rate, ((100, -50), (hz / 2, -20), (hz, 0), (hz * 2, -24)))
    wave = np.sin(phase) + 0.04 * np.sin(2 * phase + 0.7) + 0.012 * np.sin(3 * phase) + 0.05 * air
    return np.asarray(wave * swell)
