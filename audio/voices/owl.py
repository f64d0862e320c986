"""The sound of `owl`."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from audio.dsp import bake
from audio.dsp.grains import Grains, packed
from audio.voice import Audition, Block, Setup, Voice, sounds
from worlds.format.voices.owl import Owl

_LEVEL = 0.1388
"""To -23 LUFS (gated, so of the calls themselves; tests/tools/natural_levels.py)."""
_TAKES = 3
_PITCH_HZ = 830.0
_LONGEST_S = 1.8
_LONG, _SHORT, _TREMULOUS, _KEWICK = 0, _TAKES, 2 * _TAKES, 3 * _TAKES
_PAUSE_S = 2.5
"""Least silence from one song, or her answer to it, to the next."""
_SONG_NOTES = 3
_ANSWERS = 0.35
"""How often the female answers."""
_KEWICKS_S = 0.75
"""From one of her calls to the next."""
_FEWEST_IN_WIND = 2.0
"""How many times longer the owl waits in full wind."""
_TAIL_S, _TAIL_T60_S, _TAIL_DB = 1.1, 1.1, -13.0
"""What the trunks of the wood send back: how long it is kept, how fast it dies, its energy beside the note's."""
_TAIL_CURVE = ((100.0, -6.0), (400.0, 0.0), (1500.0, -3.0), (4000.0, -16.0))


@sounds(Owl)
class OwlVoice(Voice[Owl]):
    """The tawny owl's song: a long note that rises and falls, a pause, a very short note, a long tremulous one.

    Order and pauses after descriptions of Strix aluco (pause 2 to 4 s, then the short note and the tremulous one
    together; 50 to 60 s between songs, longer in wind); about 0.8 kHz, with a second harmonic 28 dB below and a
    tremolo of 8 to 14 Hz. Now and then the female answers from further off with her "kewick". Every note swells
    for a tenth of a second or more, and the wood keeps it for one.
    """

    auditions = (Audition(fields={"every_s": 10.0}, hour=23.0, daylight=0.0, sparse=True),)

    def __init__(self, model: Owl, setup: Setup) -> None:
        super().__init__(model, setup)
        self._chance = setup.generator("calls")
        self._notes = Grains(setup.block, (), int((_LONGEST_S + _TAIL_S) * setup.sample_rate_hz))
        self._wait_s = float(self._chance.uniform(2.0, 12.0))

    def complete(self) -> None:
        """Make its notes, and hers."""
        chance, rate = self.setup.generator("owl"), self.setup.sample_rate_hz
        pitch_hz, wood = float(chance.normal(_PITCH_HZ, 20.0)), _wood(chance, rate)
        for low_s, high_s, ratio, tremor in (
            (0.75, 0.95, 1.0, 0.0),
            (0.17, 0.24, 0.82, 0.0),
            (1.3, _LONGEST_S, 1.0, 1.0),
        ):
            for _ in range(_TAKES):
                wave = _hoot(rate, chance, float(chance.uniform(low_s, high_s)), pitch_hz * ratio, tremor)
                self._notes.fill([packed(_in_wood(wave, wood, 0.0, 1.0))])
        for _ in range(_TAKES):
            self._notes.fill([packed(_in_wood(_kewick(rate, chance), wood, 0.6, 2.0))])

    def render(self, out: Block) -> None:
        """Add the next block."""
        self._wait_s -= self._block_s
        if self._wait_s <= 0.0:
            calm = 1.0 + (_FEWEST_IN_WIND - 1.0) * max(self.signals.wind - 0.5, 0.0) * 2.0
            wait_s = self.values["every_s"] * calm * math.exp(float(self._chance.normal(0.0, 0.3)))
            lasts_s = self._call() if self.values["activity_ratio"] >= 0.5 else 0.0
            self._wait_s = max(lasts_s + _PAUSE_S, wait_s)
        self._notes.add(out)

    def _call(self) -> float:
        """Plan a song, and perhaps her answer; how long it takes until the last note is over, in seconds."""
        chance = self._chance
        answer_s = 0.9 + float(chance.uniform(2.2, 3.8))
        tremulous_s = answer_s + 0.2 + float(chance.uniform(0.4, 0.6))
        loud = _LEVEL * float(chance.uniform(0.8, 1.0))
        notes = [(0.0, _LONG, 1.0), (answer_s, _SHORT, 0.3), (tremulous_s, _TREMULOUS, 1.0)]
        if chance.random() < _ANSWERS:
            first_s = tremulous_s + _LONGEST_S + float(chance.uniform(1.5, 4.0))
            notes += [(first_s + _KEWICKS_S * call, _KEWICK, 0.3) for call in range(int(chance.integers(1, 4)))]
        for at_s, first, strength in notes:
            start = int(at_s * self.setup.sample_rate_hz)
            self._notes.let_go(start, first + int(chance.integers(_TAKES)), loud * strength)
        return notes[-1][0] + (_LONGEST_S if len(notes) == _SONG_NOTES else _KEWICKS_S)


def _hoot(rate: int, chance: np.random.Generator, length_s: float, hz: float, tremor: float) -> NDArray[np.float64]:
    """One note, its pitch an arch of two or three semitones, with a breath of air in it."""
    t_s = bake.seconds(rate, length_s)
    along = t_s / length_s
    arch = 0.90 + 0.13 * np.sin(np.pi * np.minimum(along, 1.0) ** 0.7) - 0.08 * along**3
    shake = np.sin(2 * np.pi * np.cumsum(11.5 - 1.5 * along) / rate)
    phase = 2 * np.pi * np.cumsum(hz * arch * (1.0 + 0.011 * tremor * shake)) / rate
    swell = bake.eased(t_s / min(0.13, 0.45 * length_s)) * bake.eased((length_s - t_s) / min(0.26, 0.5 * length_s))
    swell *= 1.0 + 0.35 * tremor * shake * np.clip(3.0 * along - 0.3, 0.0, 1.0)
    curve = (
        (30, -14),
        (60, 2),
        (200, 3),
        (hz / 2, -2),
        (hz, 4),
        (hz * 1.4, 0),
        (2000, -7),
        (4000, -12),
        (12000, -22),
    )
    air = bake.filtered(chance.standard_normal(len(t_s)), rate, curve)
    wave = np.sin(phase) + 0.028 * np.sin(2 * phase + 0.7) + 0.012 * np.sin(3 * phase) + 0.07 * air
    return np.asarray(wave * swell)


def _kewick(rate: int, chance: np.random.Generator) -> NDArray[np.float64]:
    """The female's call: a third of a second, a step up from 1.1 to 1.9 kHz and half way back."""
    length_s = float(chance.uniform(0.3, 0.38))
    t_s = bake.seconds(rate, length_s)
    along = t_s / length_s
    hz = np.interp(along, (0.0, 0.25, 0.4, 0.7, 1.0), (1050.0, 1150.0, 1300.0, 1900.0, 1500.0))
    phase = 2 * np.pi * np.cumsum(hz * float(chance.normal(1.0, 0.02))) / rate
    swell = np.interp(along, (0.0, 0.3, 0.6, 1.0), (0.4, 0.5, 1.0, 0.5))
    swell *= bake.eased(t_s / 0.07) * bake.eased((length_s - t_s) / 0.12)
    return np.asarray((np.sin(phase) + 0.2 * np.sin(2 * phase) + 0.06 * np.sin(3 * phase)) * swell)


def _wood(chance: np.random.Generator, rate: int) -> NDArray[np.float64]:
    """What trunks send back, shape (2, samples), of unit energy in both ears together."""
    t_s = bake.seconds(rate, _TAIL_S)
    fading = 10.0 ** (-3.0 * t_s / _TAIL_T60_S) * bake.eased(t_s / 0.05) * bake.eased((_TAIL_S - t_s) / 0.2)
    tail = np.stack([bake.filtered(chance.standard_normal(len(t_s)), rate, _TAIL_CURVE) * fading for _ in range(2)])
    return np.asarray(tail / math.sqrt(float((tail**2).sum())))


def _in_wood(wave: NDArray[np.float64], wood: NDArray[np.float64], side: float, far: float) -> NDArray[np.float64]:
    """A note from a side, and the wood's answer to it, `far` times as strong as to a near one."""
    count = len(wave) + wood.shape[1]
    length = bake.quick_length(count)
    answer = np.fft.irfft(np.fft.rfft(wave, length) * np.fft.rfft(wood, length, axis=1), length, axis=1)[:, :count]
    answer *= far * math.sqrt(float((wave**2).sum()) / float((answer**2).sum())) * 10.0 ** (_TAIL_DB / 20.0)
    answer[:, : len(wave)] += bake.panned(wave, side)
    return answer
