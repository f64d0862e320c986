"""One bee that flies past: it comes, hovers by a flower, goes on."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from audio.dsp.walks import Walks
from audio.voice import Block, Setup

_TABLE = 2048
_FALL = 1.25
"""Heights of the harmonics fall as this power of their number: 7.5 dB an octave."""
_PARTIALS = 24
_HEIGHT = 2.35
_SOUND_M_S = 343.0
_WAVER = 0.018
"""Deviation of the wing beat while it flies."""
_NEAREST_M, _FARTHEST_M = 0.6, 9.0


class Flight:
    """A way past the visitor, again and again: how far, on which side, how fast, with what wings.

    Pitch follows the wing beat, some percent more when it labours, and the Doppler shift of its way.
    """

    def __init__(self, setup: Setup, index: int, chance: np.random.Generator) -> None:
        self._chance, self._block, self._rate_hz = chance, setup.block, setup.sample_rate_hz
        self._block_s = setup.block / setup.sample_rate_hz
        self._waver = Walks(setup.generator("wings", index), (0.12, 0.9), self._block_s)
        self._wave = _wings(chance, setup.sample_rate_hz)
        self._phase, self._heard_hz = 0.0, 0.0
        self._gains = np.zeros(2)
        self._at_s, self._for_s = 0.0, 0.0
        self._wait_s = float(chance.exponential(2.0))
        self._beat_hz, self._closest_m, self._speed_m_s, self._from = 232.0, 1.0, 1.0, -1.0

    def render(self, out: Block, level: float, present: float) -> None:
        """Add the next block, while it is near enough to be heard."""
        self._wait_s -= self._block_s
        if self._wait_s < 0.0 and self._at_s >= self._for_s:
            self._set_out(present)
        if self._at_s >= self._for_s:
            return
        self._at_s += self._block_s
        goal, hz = self._place(level)
        if self._heard_hz == 0.0:
            self._heard_hz = hz
        ramp = np.arange(1, self._block + 1, dtype=np.float32) / np.float32(self._block)
        rise = (hz - self._heard_hz) / self._block / self._rate_hz
        steps = np.arange(1, self._block + 1)
        turns = self._phase + steps * (self._heard_hz / self._rate_hz) + 0.5 * rise * steps * steps
        self._phase, self._heard_hz = float(turns[-1]) % 1.0, hz
        wave = self._wave[(turns * _TABLE).astype(np.intp) & (_TABLE - 1)]
        out += wave * (self._gains[:, None] + (goal - self._gains)[:, None] * ramp).astype(np.float32)
        self._gains = goal

    def _set_out(self, present: float) -> None:
        """Choose the next way past."""
        chance = self._chance
        if present < 0.05:
            self._wait_s = 3.0
            return
        self._closest_m = float(chance.uniform(_NEAREST_M, 2.5))
        self._speed_m_s = float(chance.uniform(0.7, 2.2))
        self._from = -1.0 if chance.random() < 0.5 else 1.0
        self._beat_hz = float(np.clip(chance.normal(233.0, 12.0), 185.0, 275.0))
        self._at_s, self._for_s = 0.0, 2.0 * _FARTHEST_M / self._speed_m_s
        self._wait_s = self._for_s + float(chance.exponential(5.0)) / present
        self._gains, self._heard_hz = np.zeros(2), 0.0

    def _place(self, level: float) -> tuple[NDArray[np.float64], float]:
        """Gains of the two ears, and the pitch heard."""
        quick, slow = self._waver.step().tolist()
        along_m = self._speed_m_s * self._at_s - _FARTHEST_M + 0.5 * slow
        away_m = math.hypot(along_m, self._closest_m)
        edge = min(self._at_s, self._for_s - self._at_s) / 1.5
        gain = level * _HEIGHT * _NEAREST_M / away_m * (0.5 - 0.5 * math.cos(math.pi * min(max(edge, 0.0), 1.0)))
        angle = (1.0 + 0.9 * self._from * along_m / away_m) * math.pi / 4.0
        receding = self._speed_m_s * along_m / away_m
        hz = self._beat_hz * (1.0 + _WAVER * slow + 0.006 * quick) * (1.0 - receding / _SOUND_M_S)
        return gain * np.array([math.cos(angle), math.sin(angle)]), hz


def _wings(chance: np.random.Generator, rate: int) -> NDArray[np.float32]:
    """One stroke of the wings, as a table: harmonics of phases of their own, those of odd number a little lower."""
    turns = np.arange(_TABLE) / _TABLE
    wave = np.zeros(_TABLE)
    for number in range(1, min(_PARTIALS, int(rate / 2 / 300)) + 1):
        height = number**-_FALL * math.exp(0.25 * float(chance.standard_normal()))
        wave += height * np.sin(2 * np.pi * (number * turns + chance.random()))
    return np.asarray(wave / np.sqrt((wave**2).mean()), np.float32)
