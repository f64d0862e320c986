"""The sound of `surf`."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from audio.dsp import bake, spectrum
from audio.dsp.grains import Grains, HeavyTail
from audio.dsp.noise import GLIDING, ShapedNoise, frame_for
from audio.dsp.walks import Path, Walks
from audio.voice import Audition, Block, Setup, Voice, sounds
from worlds.follow import Follow
from worlds.format.voices.surf import Surf
from worlds.signals import Signals
from worlds.swell import Wave, wave

_LEVEL = 0.0966
"""To -23 LUFS at the defaults with all signals at one half (tests/tools/natural_levels.py)."""
_BANDS_HZ = (90.0, 250.0, 600.0, 1400.0, 3200.0, 7000.0)
_CURVE = (
    *((50, -30), (80, -24), (125, -20), (200, -16), (315, -13), (500, -11), (800, -9.8), (1250, -10.2)),
    *((2000, -11.3), (3150, -12.5), (5000, -14.5), (8000, -19.5), (12500, -25), (16000, -30)),
)
_COHERENCE = ((85.0, 1.0), (130.0, 0.85), (400.0, 0.62), (1500.0, 0.6), (8000.0, 0.6))
_RISE_S = np.array([0.5, 0.5, 0.56, 0.62, 0.68, 0.72])
"""How long a wave of the mean height takes to break, in each band: the plunge first, then the spray."""
_FALL_S = np.array([0.45, 0.75, 0.95, 1.05, 1.12, 1.2])
"""How quickly its wash dies away: the foam outlasts the thud, so that it brightens as it runs up."""
_LATE_S = np.array([0.0, 0.0, 0.02, 0.05, 0.08, 0.11])
_GROWTH = np.array([1.25, 1.15, 1.05, 1.0, 1.0, 1.05])
"""How each band's amplitude grows with the height of the wave."""
_LEAN = np.array([0.0, 0.6, 1.0, 1.0, 1.0, 1.0])
"""How far each band follows a wave along the beach; deep sound stays in the middle."""
_HALVES = np.array([-0.5, 0.5])[:, None, None]
"""Left and right."""
_AT_ONCE = 8
_LINGER = 0.12
"""Share of the wash that hisses on for some seconds."""
_SEA = np.array([0.42, 0.16, 0.12, 0.1, 0.08, 0.073])
"""All other waves of the shore, in amplitude beside a wave close by."""
_SECOND_BREAKS = 0.35
"""How many waves break a second time, further along the beach."""
_USUAL_S, _USUAL_HEIGHT = 7.0, 0.5
_LOUDER = 1.6
"""Power of ten by which high surf is louder than none."""
_FOAM_PER_S, _PEBBLES_PER_S, _GURGLES_PER_S = 180.0, (30.0, 170.0), 16.0
_BREAKS_S = 2.5
"""How long before a wave reaches the beach it is heard to break."""
_APART_S, _NEARER = 1.0, 0.05
"""How far the voice's own clock may be from the world's before it jumps, and what it makes up in a block else."""
_DRAG_S = 1.1
"""How quickly the rattle of the shingle thins out."""


@sounds(Surf)
class SurfVoice(Voice[Surf]):
    """Waves that plunge, wash up a beach with the low sound first and the foam last, and drag shingle back.

    When waves come and how high they are is told by `worlds.swell`, so that a beach shows the same ones. A wave
    crashes within 0.3 to 0.8 s and washes for 4 to 8 s while its centre of gravity rises, both longer where it is
    higher; as it runs back 200 pebbles a second, then 30, click at 2 to 6 kHz. Levels by band after recordings of
    beaches; peaks near 100 to 500 Hz and above 1 kHz as Melville found them beside the surf (JASA 100, 1996).
    """

    auditions = (Audition(bed=True),)

    def __init__(self, model: Surf, setup: Setup) -> None:
        super().__init__(model, setup)
        rate, bands = setup.sample_rate_hz, len(_BANDS_HZ)
        self._chance = setup.generator("waves")
        self._told_s: float | None = None
        """World time when it was last told."""
        self._turn = 0.0
        """The moment as a wave's number: the world's time over the period."""
        self._number = 0
        shape = spectrum.from_third_octaves(_CURVE, rate, frame_for(setup.block, GLIDING))
        self._water = ShapedNoise(shape, setup.block, rate, setup.generator("water"), _BANDS_HZ, _COHERENCE)
        self._gains = np.zeros((2, bands), np.float32)
        tau_s = np.stack([np.full((2, bands), 0.4), np.full((2, bands), 0.05)], axis=-1)
        self._stir = Walks(setup.generator("stir"), tau_s, self._block_s, _restless)
        self._others = Walks(setup.generator("others"), np.full(bands, 3.0), self._block_s, _elsewhere)
        self._age_s = np.full(_AT_ONCE, 99.0)
        self._rise_s, self._fall_s, self._late_s = np.ones((3, _AT_ONCE, bands))
        self._height = np.zeros((_AT_ONCE, bands))
        self._side, self._along, self._drag_s = np.zeros((3, _AT_ONCE))
        self._next = 0
        self._second_s, self._second = math.inf, 0.0
        self._make_grains(setup)

    def _make_grains(self, setup: Setup) -> None:
        self._pebbles = Grains(setup.block, _pebbles(setup))
        self._foam = Grains(setup.block, _foam(setup))
        self._gurgles = Grains(setup.block, _gurgles(setup))
        self._thrown = setup.generator("grains")
        self._strengths, self._soft = HeavyTail(2.0, 7.0), HeavyTail(2.2, 4.0)
        self._glug = Walks(setup.generator("glug"), 0.6, self._block_s, _glug)

    def render(self, out: Block) -> None:
        """Add the next block."""
        self._move()
        level = _LEVEL * 10.0 ** (0.5 * _LOUDER * (self.values["height_ratio"] - _USUAL_HEIGHT))
        foam = self._set_gains(level)
        self._water.render(out, self._gains)
        self._scatter(level, foam)
        for grains in (self._foam, self._pebbles, self._gurgles):
            grains.add(out)

    def follow(self, signals: Signals) -> None:
        """Keep to the world's time: the wave that is seen is the one that is heard."""
        super().follow(signals)
        period_s = self.values["period_s"]
        self._turn += self._block_s / period_s
        if signals.t_s == self._told_s or isinstance(self.model.period_s, Follow):
            return
        off = (signals.t_s + _BREAKS_S) / period_s - self._turn
        if self._told_s is None or abs(off) * period_s > _APART_S:
            self._turn += off
            self._number = math.floor(self._turn) - 1
            while self._coming().at_s <= self._turn:
                self._number += 1
        else:
            self._turn += _NEARER * off
        self._told_s = signals.t_s

    def _coming(self) -> Wave:
        """The next wave, its time in periods."""
        return wave(self.setup.seed, self._number, 1.0, self.values["set_ratio"])

    def _move(self) -> None:
        self._age_s += self._block_s
        self._second_s -= self._block_s
        coming = self._coming()
        if coming.at_s <= self._turn:
            self._number += 1
            self._break(coming.height, 0.5 * coming.side)
            if self._chance.random() < _SECOND_BREAKS:
                self._second_s = self.values["period_s"] * float(self._chance.uniform(0.3, 0.65))
                self._second = coming.height * float(self._chance.uniform(0.2, 0.5))
        if self._second_s <= 0.0:
            self._second_s = math.inf
            self._break(self._second, float(self._chance.uniform(-0.5, 0.5)))

    def _break(self, height: float, side: float) -> None:
        """A wave begins to break; `side`: where along the beach, -0.5 to 0.5."""
        chance, which = self._chance, self._next
        self._next = (which + 1) % _AT_ONCE
        size = math.sqrt(height)
        self._age_s[which] = 0.0
        self._height[which] = height**_GROWTH
        self._rise_s[which] = _RISE_S * float(chance.uniform(0.7, 1.5)) * size
        longer = (self.values["period_s"] / _USUAL_S) ** 0.5
        self._fall_s[which] = _FALL_S * float(chance.uniform(0.8, 1.4)) * size * longer
        self._late_s[which] = _LATE_S * float(chance.uniform(0.6, 1.3))
        self._side[which], self._along[which] = side, chance.uniform(-0.18, 0.18)
        self._drag_s[which] = float(chance.uniform(1.6, 2.4)) * size * longer

    def _set_gains(self, level: float) -> float:
        """Set what each band of each side has, and return how much foam there is."""
        late_s = np.maximum(self._age_s[:, None] - self._late_s, 0.0)
        wash = 1.0 - np.exp(-0.8 * np.square(late_s / self._rise_s))
        falling = (1.0 - _LINGER) * np.exp(-np.maximum(late_s - self._rise_s, 0.0) / self._fall_s)
        wash *= falling + _LINGER * np.exp(-late_s / (3.2 * self._fall_s))
        wash *= self._height
        np.square(wash, out=wash)
        where = np.clip(self._side + self._along * self._age_s, -0.8, 0.8)[:, None] * _LEAN
        heard = np.sqrt(((1.0 + 1.4 * _HALVES * where) * wash).sum(axis=1))
        heard += _SEA * self._others.step()
        heard *= level
        np.multiply(heard, self._stir.step(), out=self._gains, casting="same_kind")
        return float((wash[:, 4] * -np.expm1(-self._age_s / 0.8)).sum())

    def _scatter(self, level: float, foam: float) -> None:
        rate, stones = self.setup.sample_rate_hz, self.values["shingle_ratio"]
        per_s = 15.0 + _FOAM_PER_S * foam
        loud = level * math.sqrt(rate) * 0.0125
        self._foam.scatter(
            self._thrown, per_s * self._block_s, self._strengths, loud * (0.35 + 0.65 * min(foam, 1.0))
        )
        rattle = self._rattle()
        self._pebbles.scatter(
            self._thrown, rattle * stones * self._block_s, self._soft, (0.9 + 0.7 * stones) * loud
        )
        per_s = 5.0 + _GURGLES_PER_S * float(self._glug.step()) * (0.4 + foam)
        self._gurgles.scatter(self._thrown, per_s * self._block_s, self._strengths, loud)

    def _rattle(self) -> float:
        """How many pebbles a second click."""
        past_s = self._age_s - self._drag_s
        rest, most = _PEBBLES_PER_S
        drag = (rest + most * np.exp(-past_s / _DRAG_S)) * np.clip(past_s / 0.5, 0.0, 1.0)
        drag *= np.clip((4.0 - past_s) / 2.0, 0.0, 1.0)
        return float((drag * np.minimum(self._height[:, 3], 1.5)).sum())


def _restless(path: Path) -> Path:
    """How each band of each side swells by itself; deep sound does so on both sides alike."""
    stir = np.exp(0.14 * path[..., 0] + 0.2 * path[..., 1])
    stir[:, 1, _LEAN <= 0.0] = stir[:, 0, _LEAN <= 0.0]
    return stir


def _elsewhere(path: Path) -> Path:
    swell: Path = np.exp(0.3 * path)
    return swell


def _glug(path: Path) -> Path:
    glug: Path = np.exp(0.6 * path)
    return glug


def _pebbles(setup: Setup) -> list[NDArray[np.float64]]:
    """Stones of some centimetres knocking together: 1 to 4 ms at 2 to 6 kHz."""
    chance, bank = setup.generator("pebble bank"), []
    for _ in range(48):
        centre_hz = 2000.0 * 3.0 ** float(chance.random())
        curve = ((200.0, -40.0), (centre_hz / 2.0, -12.0), (centre_hz, 0.0), (16000.0, -26.0))
        wave = bake.click(setup.sample_rate_hz, chance, float(chance.uniform(0.001, 0.004)), curve)
        bank.append(bake.panned(wave, float(chance.uniform(-0.7, 0.7))))
    return bank


def _foam(setup: Setup) -> list[NDArray[np.float64]]:
    """Little bubbles that burst and drops that fall back: 1 to 6 ms, from 1.5 kHz up."""
    chance, bank = setup.generator("foam bank"), []
    for _ in range(64):
        centre_hz = float(chance.uniform(1500.0, 7000.0))
        curve = ((100.0, -40.0), (centre_hz / 3.0, -12.0), (centre_hz, 0.0), (16000.0, -12.0))
        wave = bake.click(setup.sample_rate_hz, chance, float(chance.uniform(0.001, 0.006)), curve)
        bank.append(bake.panned(wave, float(chance.uniform(-0.8, 0.8))))
    return bank


def _gurgles(setup: Setup) -> list[NDArray[np.float64]]:
    """Air that the wave has beaten in: bubbles of 1.4 to 13 mm."""
    chance, bank = setup.generator("gurgle bank"), []
    for _ in range(32):
        radius_mm = 13.0 / 9.0 ** float(chance.random())
        wave = bake.bubble(setup.sample_rate_hz, radius_mm, float(chance.uniform(0.05, 0.25)), 0.003)
        bank.append(bake.panned(wave, float(chance.uniform(-0.7, 0.7))))
    return bank
