"""The sound of `purr`."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from audio.dsp import bake
from audio.dsp.grains import Grains
from audio.dsp.walks import Walks
from audio.notes import always
from audio.voice import Audition, Block, Instrument, Note, Setup, sounds
from worlds.format.voices.purr import Purr

_LEVEL = 0.359
"""To -23 LUFS at activity 0.5, and stroked at strength 0.5 (tests/tools/natural_levels.py)."""
_TAKES = 18
"""Pulses in the bank for each way of the breath."""
_LENGTH_S = 0.075
_MODES = (
    *((84.0, 0.5, 60.0), (112.0, 0.55, 70.0), (168.0, 1.2, 95.0), (216.0, 1.1, 105.0), (268.0, 0.9, 115.0)),
    *((330.0, 0.9, 125.0), (405.0, 0.55, 140.0), (520.0, 0.13, 160.0), (760.0, 0.14, 200.0), (1010.0, 0.1, 240.0)),
)
"""The body that each pulse strikes: Hz, height, decay in 1/s."""
_HISS = ((400, -60), (1600, -24), (2500, 0), (5000, -4), (8000, -2), (10000, -14), (16000, -26))
_HISS_HEIGHT, _HISS_DECAY_S = 0.0041, 0.018
_THROUGH_FUR = ((25, -50), (60, -8), (90, 0))
_INWARD_BODY = 0.55
"""Height of the lower half of a pulse while the cat breathes in, beside breathing out."""
_JITTER = 0.012
_REACH_S, _LINGER_S = 0.7, 3.0
"""How soon a stroke is answered, and how long it is remembered."""
_FORGET_S = 0.6
_ASLEEP = 0.01


@sounds(Purr)
class PurrVoice(Instrument[Purr]):
    """Pulses of the larynx, 21 to 28 a second, each of its own, in both ways of the breath with hardly a pause.

    Breathing out 20.9 to 27.2 pulses a second, in 23.0 to 26.1, the louder out; phases of half a second to one
    and a half (Schötz and Eklund, "A comparative acoustic analysis of purring in four cats", Fonetik 2011). A
    pulse rings in a body of 80 to 400 Hz, with a breath of air about 2 to 8 kHz. A note strokes it, by its
    strength; told nothing more, it calms down in some seconds.
    """

    auditions = (
        Audition(),
        Audition("stroked", fields={"activity_ratio": 0.0}, notes=always(Note(220.0, 0.5))),
    )

    def __init__(self, model: Purr, setup: Setup) -> None:
        super().__init__(model, setup)
        self._chance = setup.generator("pulses")
        self._pulses = Grains(setup.block, _bank(setup))
        self._drift = Walks(setup.generator("drift"), (0.4, 6.0), self._block_s)
        self._warmth, self._stroke, self._told_s = -1.0, 0.0, 10.0
        self._next_s = 0.0
        self._outward, self._at_s, self._phase_s, self._depth = False, 0.0, 1.0, 1.0

    def play(self, note: Note) -> None:
        """Stroke the cat; it answers the more, the stronger the note, while notes come."""
        self._stroke, self._told_s = note.strength, 0.0

    def render(self, out: Block) -> None:
        """Add the next block."""
        self._warm()
        quick, slow = self._drift.step()
        pace = 1.0 + 0.012 * float(quick) + 0.012 * float(slow)
        while self._next_s < self._block_s:
            period_s = 1.0 / (self._rate_hz() * pace * (1.0 + _JITTER * float(self._chance.standard_normal())))
            if self._warmth > _ASLEEP:
                self._beat(float(slow))
            self._next_s += period_s
            self._breathe(period_s)
        self._next_s -= self._block_s
        self._pulses.add(out)

    def _warm(self) -> None:
        """Come nearer to what activity and strokes ask for."""
        self._told_s += self._block_s
        stroke = self._stroke if self._told_s < _FORGET_S else 0.0
        goal = 1.0 - (1.0 - self.values["activity_ratio"]) * (1.0 - min(max(stroke, 0.0), 1.0))
        if self._warmth < 0.0:
            self._warmth = self.values["activity_ratio"]
        tau_s = _REACH_S if goal > self._warmth else _LINGER_S
        self._warmth += (goal - self._warmth) * -math.expm1(-self._block_s / tau_s)

    def _rate_hz(self) -> float:
        """Beats in a second at this moment of the breath: an arch of some percent, narrower breathing in."""
        arch = math.sin(math.pi * self._at_s / self._phase_s)
        rate_hz = self.values["pulses_hz"] * (0.975 + 0.05 * arch if self._outward else 0.995 + 0.025 * arch)
        return rate_hz + 1.2 * (self._warmth - 0.5)

    def _beat(self, slow: float) -> None:
        """One pulse, as loud as the breath is at this moment."""
        chance = self._chance
        level = _LEVEL * (2.0 * self._warmth) ** 0.8 * self._swell() * math.exp(0.08 * slow)
        which = int(chance.integers(_TAKES)) + (_TAKES if self._outward else 0)
        start = int(self._next_s * self.setup.sample_rate_hz)
        self._pulses.let_go(start, which, level * math.exp(0.12 * float(chance.standard_normal())))

    def _swell(self) -> float:
        along = self._at_s / self._phase_s
        rise, fall = min(along / 0.12, 1.0), min((1.0 - along) / 0.22, 1.0)
        edge = max(0.12, (0.5 - 0.5 * math.cos(math.pi * rise)) * (0.5 - 0.5 * math.cos(math.pi * max(fall, 0.0))))
        return self._depth * edge * (1.1 - 0.45 * along if self._outward else 0.5 + 0.2 * math.sin(math.pi * along))

    def _breathe(self, dt_s: float) -> None:
        """Go on in this breath, or turn it."""
        self._at_s += dt_s
        if self._at_s >= self._phase_s:
            share = 0.52 if self._outward else 0.48
            self._outward, self._at_s = not self._outward, 0.0
            length_s = self.values["breath_s"] * share * math.exp(0.1 * float(self._chance.standard_normal()))
            self._depth = math.exp(0.18 * float(self._chance.standard_normal()))
            self._phase_s = min(max(length_s, 0.5), 1.6)


def _bank(setup: Setup) -> list[NDArray[np.float64]]:
    """Pulses breathing in, then pulses breathing out."""
    chance = setup.generator("body")
    return [_pulse(chance, setup.sample_rate_hz, outward) for outward in (False, True) for _ in range(_TAKES)]


def _pulse(chance: np.random.Generator, rate: int, outward: bool) -> NDArray[np.float64]:
    """One slap of the folds: the body rings, air hisses; hardly wider than the cat."""
    t_s = bake.seconds(rate, _LENGTH_S)
    hz, heights, decays = np.array(_MODES).T
    heights = heights * np.exp(0.35 * chance.standard_normal(len(hz)))
    heights *= 1.0 if outward else np.where(hz > 250.0, 1.0, _INWARD_BODY)
    hz = hz * (1.0 if outward else 1.05) * (1.0 + 0.02 * chance.standard_normal(len(hz)))
    turns = 2 * np.pi * hz[:, None] * t_s + chance.normal(0.0, 0.5, (len(hz), 1))
    rings = np.exp(-decays[:, None] * t_s) * np.sin(turns) * bake.eased(t_s / 0.0045)
    sides = np.pi / 4 * (1.0 + chance.normal(0.0, 0.12, len(hz)))
    body = [
        bake.filtered(row, rate, _THROUGH_FUR) for row in np.stack([np.cos(sides), np.sin(sides)]) * heights @ rings
    ]
    hiss = [bake.click(rate, chance, _HISS_DECAY_S, _HISS)[: len(t_s)] for _ in range(2)]
    height = _HISS_HEIGHT * math.sqrt(rate) * (1.0 if outward else 1.5)
    return bake.faded(body + height * np.stack(hiss), 0.3)
