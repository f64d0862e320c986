"""The sound of `chime`."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from audio.dsp import bake
from audio.dsp.bodies import Bodies
from audio.dsp.grains import Grains
from audio.dsp.gusts import Gusts
from audio.dsp.ringing import Tone
from audio.notes import every
from audio.score.tuning import Tuning
from audio.voice import Audition, Block, Note, Setup, sounds
from audio.voices.clapper import Clapper
from audio.voices.struck import Struck
from worlds.format.voices.chime import Chime
from worlds.seeds import generator

_LEVEL = 0.776
"""To -23 LUFS blown at the defaults, and played its usual notes (tests/tools/natural_levels.py)."""
_SCALE = (1.0, 9 / 8, 5 / 4, 3 / 2, 5 / 3, 2.0, 9 / 4, 5 / 2)
_RATIOS = np.array([1.0, 2.756, 5.404, 8.933])
_WAVES = np.array([4.730, 7.853, 10.996, 14.137])
"""Modes of a tube that hangs free, and their waves along it (Euler and Bernoulli)."""
_LEVELS = np.array([1.0, 0.85, 0.65, 0.45])
_SWELLS = np.array([1.5, 0.5, 0.28, 0.2])
"""How soon each mode comes, beside how softly the clapper strikes."""
_APART = 0.0012
"""How far apart the two halves of a mode stand."""
_EACH = 2 * len(_RATIOS)
_GUESTS = 6
"""Tubes for notes that can ring at once, beside those that hang in the wind."""
_NEAR = 0.02
"""By how much times may change unnoticed."""
_SAME_RATIO = 0.0017
"""Pitches nearer to each other than this, 3 cents, are one."""
_HUSHED_S, _SILENT = 0.8, 1e-4
"""A tube that has to change its pitch falls by 60 dB in this time, and changes once it is so soft."""
_USUAL_M_S, _USUAL_PER_S, _MOST_PER_S = 4.0, 0.4, 7.0
_BLOWN = 0.71
"""How much of a played stroke of the same strength the clapper gives."""
_GUST_RATIO = 0.5
"""As the wind's default, so that chime and wind of one world move together."""
_TICKS = 8
_TICK_CURVE = ((150, -38), (400, -27), (800, -15), (1500, -3), (2600, 0), (5000, -8), (9000, -22), (16000, -40))
_TICK_HEIGHT = 0.22
_USUAL = every(6.0, *(Note(440.0 * ratio, 0.5) for ratio in _SCALE[:6]))
_SMALL = {"pitch_hz": 3400.0, "tubes": 5, "ring_s": 2.0, "clapper_ms": 1.0, "speed_m_s": 9.0}


@sounds(Chime)
class ChimeVoice(Struck[Chime]):
    """Free tubes, 1 : 2.756 : 5.404 : 8.933, each mode a pair, round a clapper that the gusts swing.

    Strokes come at random, their rate as the third power of the speed (the power of the wind), never within 80 ms,
    and in swings: a clapper that has crossed to one tube often comes back on a neighbour. A stroke half way down
    wakes the odd modes and leaves the even, one beside it all, as their shapes have it (Fletcher and Rossing, The
    Physics of Musical Instruments, ch. 2.15); its contact takes the highs. Rings shorten as 1 / f. No tube is
    quite round: its modes are pairs a thousandth apart, and shimmer. A note strikes a tube of its own pitch.
    """

    auditions = (Audition(), Audition("small", _SMALL), Audition("played", {"speed_m_s": 0.0}, notes=_USUAL))

    def __init__(self, model: Chime, setup: Setup) -> None:
        super().__init__(model, setup, _GUESTS, _EACH)
        self._chance = setup.generator("strokes")
        self._gusts = Gusts(generator(setup.seed, "gusts"), self._block_s)
        self._tubes = _hung(model, setup.generator("tubes"))
        self._own_hz = [tube.hz for tube in self._tubes]
        self._clapper = Clapper(setup.generator("clapper"), len(self._tubes))
        self._hanging = Bodies(len(self._tubes), _EACH, setup.sample_rate_hz, setup.block)
        self._tuned_to = (0.0, 0.0)
        self._retuned: dict[int, _Tube] = {}
        """What tubes that are hushed now will be."""
        self._ticks = Grains(setup.block, _ticks(setup))

    def render(self, out: Block) -> None:
        """Add the next block."""
        self._tune()
        self._gusts.step(self.values["speed_m_s"], _GUST_RATIO, self.signals.gust)
        speed = self._gusts.speed_m_s
        rate_per_s = min(_USUAL_PER_S * (speed / _USUAL_M_S) ** 3, _MOST_PER_S)
        for at_s, tube in self._clapper.step(rate_per_s, self._block_s):
            strength = float(np.clip(self._chance.normal(0.22 + 0.06 * speed, 0.13), 0.08, 1.0))
            delay = int(at_s * self.setup.sample_rate_hz)
            if tube not in self._retuned:
                self._hanging.strike(tube, _BLOWN * self._stroke(self._tubes[tube].hz, strength), delay)
            self._tick(strength, delay)
        super().render(out)
        self._hanging.render(out)
        self._ticks.add(out)

    def strike(self, note: Note, delay: int) -> None:
        """A tube of this pitch, and the tick of what strikes it."""
        super().strike(note, delay)
        self._tick(note.strength, delay)

    def tone(self, note: Note) -> Tone:
        """A tube of this pitch, struck."""
        tube = _Tube(note.frequency_hz, 0.5, np.full(len(_RATIOS), _APART))
        return self._tone(tube, self._stroke(note.frequency_hz, note.strength))

    def _tune(self) -> None:
        """Let the hanging tubes ring and begin as they should by now; only the times of one that sounds change."""
        for index in [index for index in self._retuned if self._hanging.loudest(index) < _SILENT]:
            self._tubes[index] = tube = self._retuned.pop(index)
            self._hanging.tune(index, self._tone(tube, np.zeros(_EACH)))
        wanted = (self.values["ring_s"], self.values["clapper_ms"])
        if all(abs(now / goal - 1.0) < _NEAR for now, goal in zip(self._tuned_to, wanted, strict=True)):
            return
        self._tuned_to = wanted
        for index, tube in enumerate(self._tubes):
            if index not in self._retuned:
                self._hanging.tune(index, self._tone(tube, np.zeros(_EACH)))

    def attune(self, tuning: Tuning) -> None:
        """Give each hanging tube the note of the score that is nearest to its own: those that change are hushed, as
        by a hand, and hang there retuned a second later."""
        for index, own_hz in enumerate(self._own_hz):
            tube, hz = self._tubes[index], tuning.nearest_hz(own_hz)
            self._retuned.pop(index, None)
            if abs(tube.hz / hz - 1.0) > _SAME_RATIO:
                self._retuned[index] = replace(tube, hz=hz)
                hushed = self._tone(tube, np.zeros(_EACH))
                self._hanging.tune(index, replace(hushed, t60_s=np.minimum(hushed.t60_s, _HUSHED_S)))
        self._tuned_to = (0.0, 0.0)

    def _tone(self, tube: _Tube, amplitude: NDArray[np.float64]) -> Tone:
        hz = np.concatenate([tube.hz * _RATIOS * (1.0 + sign * tube.apart) for sign in (-0.5, 0.5)])
        ring_s = self.values["ring_s"] * np.minimum(self.model.pitch_hz / hz, 1.5)
        onset_s = np.maximum(self.values["clapper_ms"] / 1000.0 * _SWELLS, 0.0003)
        return Tone(hz, np.maximum(ring_s, 0.15), amplitude, np.full(_EACH, tube.side), np.tile(onset_s, 2))

    def _tick(self, strength: float, delay: int) -> None:
        height = _TICK_HEIGHT * _LEVEL * strength**1.5 / (1.0 + self.values["clapper_ms"] / 10.0)
        self._ticks.let_go(delay, int(self._chance.integers(_TICKS)), height)

    def _stroke(self, tube_hz: float, strength: float) -> NDArray[np.float64]:
        """How much a stroke of this strength somewhere about the middle wakes each half of each mode."""
        beside = 0.04 + 0.05 * float(self._chance.standard_normal())
        shapes = np.abs(np.where(np.arange(len(_WAVES)) % 2, np.sin(_WAVES * beside), np.cos(_WAVES * beside)))
        contact_hz = 30000.0 / self.values["clapper_ms"] ** 0.85 * (0.6 + 0.8 * strength)
        loud = _LEVEL * strength**1.2 * (440.0 / tube_hz) ** 0.7
        heights = loud * _LEVELS * shapes / (1.0 + (tube_hz * _RATIOS / contact_hz) ** 2)
        angle = self._chance.uniform(0.05, 0.2, len(_RATIOS)) * np.pi
        return np.concatenate([heights * np.cos(angle), heights * np.sin(angle)])


@dataclass(frozen=True)
class _Tube:
    hz: float
    side: float
    """0 left, 1 right."""
    apart: NDArray[np.float64]
    """Distance of the halves of each mode, as a part of its pitch."""


def _hung(model: Chime, chance: np.random.Generator) -> list[_Tube]:
    """The tubes in a ring round the clapper, long and short by turns."""
    apart = _APART * np.exp(0.4 * chance.standard_normal((model.tubes, len(_RATIOS))))
    sides = 0.5 + 0.22 * np.sin(2 * math.pi * (np.arange(model.tubes) / model.tubes + chance.random()))
    order = chance.permutation(model.tubes)
    return [_Tube(model.pitch_hz * _SCALE[order[n]], float(sides[n]), apart[n]) for n in range(model.tubes)]


def _ticks(setup: Setup) -> list[NDArray[np.float64]]:
    """The clapper itself, dull and dry."""
    chance, bank = setup.generator("ticks"), []
    for _ in range(_TICKS):
        wave = bake.click(setup.sample_rate_hz, chance, float(chance.uniform(0.001, 0.004)), _TICK_CURVE)
        bank.append(bake.panned(wave, float(chance.uniform(-0.3, 0.3))))
    return bank
