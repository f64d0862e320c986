"""The sound of `frogs`."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from audio.dsp import bake, spectrum
from audio.dsp.grains import Grains
from audio.dsp.noise import ShapedNoise, frame_for
from audio.dsp.walks import Walks
from audio.voice import Audition, Block, Setup, Voice, sounds
from audio.voices.frogcalls import SPECIES, FrogCall, pulse
from worlds.format.voices.frogs import Frogs

_LEVEL = 0.2917
"""To -23 LUFS at night (gated; tests/tools/natural_levels.py)."""
_TAKES, _FAR_TAKES = 2, 1
"""Pulses of each pitch through a call, near and far."""
_QUIETEST = 0.02
_FAR, _FAR_GAIN = 4, 0.07
_AIR = (
    (25, -12),
    (50, -6),
    (63, 0),
    (80, -3),
    (125, -6),
    (250, -10),
    (630, -9),
    (2500, -9),
    (6300, -7),
    (10000, -9),
    (16000, -20),
)
_AIR_LEVEL = 0.00022
"""Of the night itself, at the threshold of hearing: a pond is never as silent as zeros."""
_GAP_S = (0.12, 1.1)
"""How long after another's call a frog begins that waited for it."""


@dataclass
class _Frog:
    """One caller: how it calls, where it sits, when it calls next, and where its pulses lie in the bank."""

    call: FrogCall
    turn: str
    """Whose calls it waits for; those far off wait for nobody near."""
    pitch: float
    pace: float
    gain: float
    wait_s: float
    first: int = 0
    takes: int = _TAKES


@sounds(Frogs)
class FrogsVoice(Voice[Frogs]):
    """Each frog sets its pulses one by one, and waits while another of its kind calls.

    How each species calls is in `frogcalls`. Pulses quicken with the warmth; that frogs of one kind call by turns
    is told of all of them (Gerhardt, "The evolution of vocalization in frogs and toads", Annual Review of
    Ecology and Systematics 25, 1994). Now and then the whole pond falls silent for a while.
    """

    auditions = (
        Audition(hour=22.0, daylight=0.0, sparse=True),
        Audition("peepers", {"species": ["spring_peeper"] * 4}, hour=22.0, daylight=0.0, sparse=True),
        Audition("green_treefrogs", {"species": ["green_treefrog"] * 3}, hour=22.0, daylight=0.0, sparse=True),
    )

    def __init__(self, model: Frogs, setup: Setup) -> None:
        super().__init__(model, setup)
        self._chance = setup.generator("calls")
        self._mood = Walks(setup.generator("mood"), (25.0, 0.5), self._block_s)
        far = [model.species[index % len(model.species)] for index in range(_FAR)]
        self._frogs = [_seat(name, index, self._chance) for index, name in enumerate([*model.species, *far])]
        for index, frog in enumerate(self._frogs[-_FAR:]):
            frog.turn, frog.gain = f"far {index}", _FAR_GAIN * frog.call.loudness / (1.0 + 0.6 * index)
            frog.takes = _FAR_TAKES
        for before, frog in pairwise(self._frogs):
            frog.first = before.first + before.call.steps * before.takes
        self._busy_s = {frog.turn: 0.0 for frog in self._frogs}
        self._pulses = Grains(setup.block, _bank(self._frogs, setup))
        shape = spectrum.from_third_octaves(_AIR, setup.sample_rate_hz, frame_for(setup.block))
        self._air = ShapedNoise(shape, setup.block, setup.sample_rate_hz, setup.generator("air"))

    def render(self, out: Block) -> None:
        """Add the next block."""
        mood, stir = self._mood.step()
        eager = self.values["activity_ratio"] * math.exp(0.5 * float(mood))
        for name in self._busy_s:
            self._busy_s[name] -= self._block_s
        for frog in self._frogs:
            frog.wait_s -= self._block_s
            if frog.wait_s <= 0.0:
                self._decide(frog, min(eager, 1.2))
        self._pulses.add(out)
        self._air.render(out, _AIR_LEVEL * math.exp(0.3 * float(stir)))

    def _decide(self, frog: _Frog, eager: float) -> None:
        """Call, or wait: for the others, or for a better hour."""
        chance = self._chance
        if self.values["activity_ratio"] < _QUIETEST:
            frog.wait_s = float(chance.uniform(2.0, 5.0))
        elif self._busy_s[frog.turn] > 0.0:
            frog.wait_s = self._busy_s[frog.turn] + float(chance.uniform(*_GAP_S)) * frog.call.patience
        else:
            length_s = self._call(frog)
            self._busy_s[frog.turn] = length_s
            rest_s = frog.call.rest_s * math.exp(frog.call.rest_sd * float(chance.standard_normal()))
            if chance.random() < frog.call.pauses:
                rest_s += float(chance.exponential(8.0))
            frog.wait_s = length_s + rest_s * (0.4 + 0.3 / max(eager, 0.08))

    def _call(self, frog: _Frog) -> float:
        """Plan one call, pulse by pulse; its length in seconds."""
        chance, call, rate = self._chance, frog.call, self.setup.sample_rate_hz
        period_s = 1.0 / (call.pulses_per_s * frog.pace * call.warm(self.values["temperature_c"]))
        count = max(round(float(chance.normal(call.pulses, call.pulses_sd))), 1)
        loud = _LEVEL * frog.gain * math.exp(0.12 * float(chance.standard_normal()))
        at_s = 0.0
        for order in range(count):
            along = order / max(count - 1, 1)
            step = round(along * (call.steps - 1)) if count > 1 else int(chance.integers(call.steps))
            which = step * frog.takes + int(chance.integers(frog.takes))
            swell = min(1.0, call.begins + 1.8 * along) * min(1.0, 0.5 + 4.0 * (1.0 - along))
            gain = loud * swell * math.exp(0.1 * float(chance.standard_normal()))
            self._pulses.let_go(int(at_s * rate), frog.first + which, gain)
            at_s += period_s * (1.0 + 0.02 * float(chance.standard_normal())) * (1.02 - 0.04 * along)
        return at_s + call.pulse_s


def _seat(name: str, index: int, chance: np.random.Generator) -> _Frog:
    call = SPECIES[name]
    return _Frog(
        call,
        name,
        pitch=float(chance.normal(1.0, call.pitch_sd)),
        pace=float(chance.normal(1.0, 0.025)),
        gain=call.loudness * (1.0 + index) ** -0.55,
        wait_s=float(chance.exponential(call.rest_s)) + 0.3,
    )


def _bank(frogs: list[_Frog], setup: Setup) -> Iterator[NDArray[np.float64]]:
    """The pulses of each frog, at each pitch of its call, from where it sits."""
    chance = setup.generator("pulses")
    for index, frog in enumerate(frogs):
        side = float(np.clip(0.85 * math.sin(2.4 * index + 1.0) + chance.normal(0.0, 0.08), -0.95, 0.95))
        for step in range(frog.call.steps):
            for _ in range(frog.takes):
                wave = pulse(frog.call, setup.sample_rate_hz, chance, frog.pitch, step / (frog.call.steps - 1))
                yield bake.from_side(wave, side, setup.sample_rate_hz)
