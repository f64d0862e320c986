"""The sound of `geese`."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from audio.dsp import bake
from audio.dsp.grains import Grains, packed
from audio.voice import Audition, Block, Setup, Voice, sounds
from audio.voices.goosecalls import LONGEST_S, gander, goose, throats
from worlds.format.voices.geese import Geese

_LEVEL = 0.083
"""To -23 LUFS while they pass (gated; tests/tools/natural_levels.py)."""
_TAKES = 2
"""Calls of each goose."""
_WING_BEATS_HZ = 4.4
_NEAREST = 0.3
"""How near a flock comes to right above, beside half the way on which it is heard."""
_QUIETEST = 0.02
_FIRST = (0.05, 1.0)
"""When the first flock comes, as a share of the time between flocks: a visit does not always begin with one."""
_ASKED_S = 5.0
"""How often they look whether it is time again, while none come."""


class _Pair:
    """A gander and his goose: whose turn it is, when, and on which beat of the wings."""

    def __init__(self, chance: np.random.Generator, index: int) -> None:
        self.first = index * 4 * _TAKES
        self.beat_s = 1.0 / float(chance.normal(_WING_BEATS_HZ, 0.15))
        self.wait_s = float(chance.exponential(3.0))
        self.ganders_turn, self.left = True, int(chance.integers(2, 8))
        self.gain = float(chance.uniform(0.45, 1.0))
        self.behind = float(chance.uniform(-0.12, 0.12))
        """Where it flies in the flock, in shares of the way."""


@sounds(Geese)
class GeeseVoice(Voice[Geese]):
    """Pairs in a flock that crosses the sky: he calls in two syllables, she answers shorter and higher, by turns.

    The honk is the gander's; his goose's call is like it, but shorter and higher (Collias and Jahn, The Auk 76,
    1959, of Canada geese). That it has two syllables and rises, that they answer each other and call on the
    down-stroke of the wings is told by those who watch them, and not measured; nor are 300 to 600 Hz and 150 to
    300 ms. The flock comes from one side and leaves on the other; between flocks there is nothing.
    """

    auditions = (Audition(fields={"every_s": 10.0, "crossing_s": 40.0}, hour=17.0, sparse=True),)

    def __init__(self, model: Geese, setup: Setup) -> None:
        super().__init__(model, setup)
        self._chance = setup.generator("flock")
        self._calls = Grains(setup.block, (), int(LONGEST_S * setup.sample_rate_hz))
        self._pairs = [_Pair(self._chance, index) for index in range(model.pairs)]
        self._wait = float(self._chance.uniform(*_FIRST))
        self._at_s, self._for_s, self._from = 0.0, 0.0, 1.0

    def complete(self) -> None:
        """Teach each pair its calls."""
        for call in _calls(self.setup, len(self._pairs)):
            self._calls.fill([packed(call)])

    def render(self, out: Block) -> None:
        """Add the next block."""
        if self._at_s < self._for_s:
            self._at_s += self._block_s
            for pair in self._pairs:
                pair.wait_s -= self._block_s
                if pair.wait_s <= 0.0:
                    self._call(pair)
            if self._at_s >= self._for_s:
                self._wait = float(self._chance.gamma(4.0, 0.25))
        else:
            self._wait -= self._block_s / self.values["every_s"]
            if self._wait <= 0.0:
                self._set_out()
        self._calls.add(out)

    def _set_out(self) -> None:
        """Another flock, from one side or the other."""
        if self.values["activity_ratio"] < _QUIETEST:
            self._wait = _ASKED_S / self.values["every_s"]
            return
        self._at_s, self._for_s = 0.0, self.values["crossing_s"] * float(self._chance.uniform(0.85, 1.2))
        self._from = -1.0 if self._chance.random() < 0.5 else 1.0

    def _call(self, pair: _Pair) -> None:
        """One call of a pair; the other's turn is next, some beats later."""
        chance = self._chance
        which = pair.first + (0 if pair.ganders_turn else 2 * _TAKES) + 2 * int(chance.integers(_TAKES))
        along = 2.0 * (self._at_s / self._for_s + pair.behind) - 1.0
        away = math.hypot(along, _NEAREST)
        edge = max(min(1.0 - abs(2.0 * self._at_s / self._for_s - 1.0), 0.15) / 0.15, 0.0)
        near = _NEAREST / away * edge
        gain = _LEVEL * pair.gain * near * float(chance.uniform(0.75, 1.0)) * (1.0 if pair.ganders_turn else 0.8)
        angle = (1.0 + 0.9 * self._from * along / away) * math.pi / 4.0
        start = int(max(pair.wait_s + self._block_s, 0.0) * self.setup.sample_rate_hz)
        self._calls.let_go(start, which, gain * math.cos(angle))
        self._calls.let_go(start, which + 1, gain * math.sin(angle))
        pair.ganders_turn = not pair.ganders_turn
        pair.left -= 1
        beats = float(chance.integers(2, 4))
        if pair.left <= 0:
            pair.left = int(chance.integers(2, 8))
            beats += round(float(chance.exponential(9.0)) / max(self.values["activity_ratio"], 0.1))
        pair.wait_s += beats * pair.beat_s * (1.0 + 0.03 * float(chance.standard_normal()))


def _calls(setup: Setup, pairs: int) -> Iterator[NDArray[np.float64]]:
    """Takes of each gander and each goose, at the left ear and then at the right."""
    chance, rate = setup.generator("throats"), setup.sample_rate_hz
    for _ in range(pairs):
        his, hers = throats(chance)
        for throat, call in ((his, gander), (hers, goose)):
            for _ in range(_TAKES):
                wave = call(throat, rate, chance)
                for side in (-1.0, 1.0):
                    yield bake.panned(wave, side)
