"""The sound of `footsteps`."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from audio.dsp import bake
from audio.dsp.grains import Grains, HeavyTail
from audio.dsp.smooth import Ramp
from audio.dsp.walks import Walks
from audio.voice import SAMPLE_RATE_HZ, Audition, Block, Setup, Voice, sounds
from audio.voices.walking import Step, Walk
from worlds.format.voices.footsteps import Footsteps

_SIZES, _TAKES = 24, 4
_THUDS = 6
_TRICKLES_PER_S = 160.0
_SETTLE_S = 0.7
_STRIDE_S = 1.6
"""Whoever does not step for longer stands."""
_ROAM_S = 25.0
_NEARER, _ASIDE = 0.35, 0.7
"""How much louder at most times of roaming, as a natural logarithm, and how far to a side."""


@dataclass(frozen=True)
class _Ground:
    """What a foot does to the ground."""

    grains: float
    """How many a step sets moving."""
    alpha: float
    """Of how uneven a strength they are: P(a > x) = x^-alpha."""
    most: float
    hz: tuple[float, float]
    """Pitch of the largest and the smallest of them."""
    decay_s: tuple[float, float]
    """How long they sound."""
    low_db: float
    """How much each grain falls off below its pitch, per octave."""
    heel_s: float
    """How long the heel takes to come down, from the first grain to the most."""
    roll_s: tuple[float, float]
    """From heel to toe."""
    toe_s: float
    toe: float
    """Share of grains that the toe moves."""
    trickle: float
    """How strong the single grains are that still settle, or are brushed, between two steps."""
    width: float
    """How far to either side grains lie: 1 all the way."""
    uneven: float
    """How much the time of a step varies."""
    thud: float
    """Strength of the dull footfall itself."""
    level: float
    """To -23 LUFS at the defaults (gated; tests/tools/natural_levels.py)."""


_GRAVEL = _Ground(
    grains=200.0,
    alpha=1.5,
    most=9.0,
    hz=(600.0, 7200.0),
    decay_s=(0.002, 0.008),
    low_db=8.0,
    heel_s=0.03,
    roll_s=(0.09, 0.15),
    toe_s=0.06,
    toe=0.6,
    trickle=0.52,
    width=0.25,
    uneven=0.028,
    thud=0.45,
    level=10.0,
)
_SNOW = _Ground(
    grains=420.0,
    alpha=1.9,
    most=6.0,
    hz=(250.0, 5500.0),
    decay_s=(0.0012, 0.006),
    low_db=6.0,
    heel_s=0.045,
    roll_s=(0.1, 0.15),
    toe_s=0.07,
    toe=0.6,
    trickle=0.5,
    width=1.0,
    uneven=0.05,
    thud=0.3,
    level=10.3,
)
_GROUNDS = {"gravel": _GRAVEL, "snow": _SNOW}


@sounds(Footsteps)
class FootstepsVoice(Voice[Footsteps]):
    """Each step is some hundreds of small sounds, strewn over the time a foot takes from heel to toe.

    After Cook's particle model (PhISEM, Computer Music Journal 21, 1997; STK `Shakers`): a foot moves so and so
    many grains of ground, each a short ringing of its own pitch, more at first and fewer as the ground gives way.
    Heel and toe come down 90 to 150 ms apart. Gravel: stones of very uneven strength, most about 1 kHz. Snow: more
    and finer grains, bonds between crystals that break one after another, which is what its crunch was found to
    be (Camp, "Snow sounds", Journal de Physique 48, 1987). Under both, a dull footfall below 120 Hz. No step is
    made twice, left and right differ a little, and who walks wanders about the place.
    """

    auditions = (Audition(), Audition("snow", {"ground": "snow"}))

    def __init__(self, model: Footsteps, setup: Setup) -> None:
        super().__init__(model, setup)
        self._is = _GROUNDS[model.ground]
        self._chance = setup.generator("grains")
        self._walk = Walk(setup.generator("walk"), self._is.uneven)
        self._roam = Walks(setup.generator("roam"), (_ROAM_S, _ROAM_S), self._block_s)
        self._grains = Grains(setup.block, _bank(setup, self._is))
        self._strengths = HeavyTail(self._is.alpha, self._is.most)
        # Grains have unit energy in samples, of which there may be more or fewer in a second.
        self._density = math.sqrt(setup.sample_rate_hz / SAMPLE_RATE_HZ)
        self._alone = np.zeros((2, setup.block), np.float32)
        self._sides = (Ramp(0.7, setup.block), Ramp(0.7, setup.block))
        self._wait_s = float(self._chance.uniform(0.0, 1.0))
        self._coming: Step | None = None
        self._astir = 0.0
        self._settle = -math.expm1(-self._block_s / _SETTLE_S)

    def render(self, out: Block) -> None:
        """Add the next block."""
        self._wait_s -= self._block_s
        while self._wait_s < 0.0:
            if self._coming:
                self._tread(self._coming, self._block_s + self._wait_s)
            self._coming = self._walk.next(self.values["pace_per_min"], self.values["walking_ratio"])
            self._wait_s += self._coming.after_s if self._coming else self._walk.rest_s
        self._trickle()
        self._alone.fill(0.0)
        self._grains.add(self._alone)
        self._set_place()
        out += self._alone

    def _set_place(self) -> None:
        """Nearer and farther, from side to side."""
        near, aside = self._roam.step() * self.values["roam_ratio"]
        level = self._density * math.exp(_NEARER * 2.0 * math.tanh(near))
        angle = (1.0 + _ASIDE * math.tanh(aside)) * math.pi / 4.0
        for row, ramp, share in zip(self._alone, self._sides, (math.cos(angle), math.sin(angle)), strict=True):
            ramp.apply(row, level * share * math.sqrt(2.0))

    def _trickle(self) -> None:
        """What settles under a foot and is brushed by the other: less and less once they stand."""
        goal = 1.0 if self._coming and self._wait_s < _STRIDE_S else 0.0
        self._astir += (goal - self._astir) * self._settle
        if self._astir > 0.003:
            level = self._is.level * self._is.trickle * self._astir / math.sqrt(self._is.grains)
            self._grains.scatter(self._chance, _TRICKLES_PER_S * self._block_s, self._strengths, level)

    def _tread(self, step: Step, at_s: float) -> None:
        """Let go all grains of one step, some of them in blocks to come."""
        ground, chance = self._is, self._chance
        count = int(chance.poisson(ground.grains * step.firmness))
        roll_s = float(chance.uniform(*ground.roll_s))
        toe = chance.random(count) < ground.toe
        times = chance.gamma(3.0, np.where(toe, ground.toe_s, ground.heel_s)) + toe * roll_s + max(at_s, 0.0)
        # Coarse and fine ground lie side by side: no two steps have the same pitch.
        middle = 0.45 + 0.06 * float(chance.standard_normal()) + (0.02 if step.left else -0.02)
        sizes = np.clip(chance.normal(middle, 0.24, count) * _SIZES, 0, _SIZES - 1).astype(int)
        which = sizes * _TAKES + chance.integers(_TAKES, size=count)
        level = ground.level * step.firmness / math.sqrt(ground.grains)
        gains = self._strengths.draw(chance, count, level)
        rate = self.setup.sample_rate_hz
        for start, index, gain in zip((times * rate).astype(int).tolist(), which.tolist(), gains, strict=True):
            self._grains.let_go(start, index, gain)
        thud = _SIZES * _TAKES + int(chance.integers(_THUDS))
        self._grains.let_go(int(max(at_s, 0.0) * rate), thud, ground.level * ground.thud * step.firmness)


def _bank(setup: Setup, ground: _Ground) -> list[NDArray[np.float64]]:
    """Grains of all sizes, from large to small, and dull footfalls."""
    chance, rate = setup.generator("ground"), setup.sample_rate_hz
    sizes = np.repeat(np.geomspace(*ground.hz, _SIZES), _TAKES)
    stones = [_grain(rate, chance, ground, float(hz * chance.uniform(0.9, 1.1))) for hz in sizes]
    return stones + [_thud(rate, chance) for _ in range(_THUDS)]


def _grain(rate: int, chance: np.random.Generator, ground: _Ground, hz: float) -> NDArray[np.float64]:
    edge_db = -7.0 * math.log2(10000.0 / hz)
    curve = ((hz / 8.0, -3.0 * ground.low_db), (hz, 0.0), (10000.0, edge_db), (16000.0, edge_db - 20.0))
    decay_s = float(chance.uniform(*ground.decay_s)) * (1000.0 / hz) ** 0.4
    wave = bake.click(rate, chance, decay_s, curve)
    return bake.panned(wave * (800.0 / hz) ** 0.25, float(chance.uniform(-ground.width, ground.width)))


def _thud(rate: int, chance: np.random.Generator) -> NDArray[np.float64]:
    """The weight of the body on the ground."""
    curve = ((25.0, -20.0), (55.0, 0.0), (90.0, -2.0), (250.0, -24.0), (1000.0, -60.0))
    return bake.panned(bake.brush(rate, chance, float(chance.uniform(0.03, 0.045)), curve), 0.0)
