"""What whistles in a gap when the wind blows past it."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from audio.dsp.walks import Walks
from audio.voice import Block, Setup

KNOT, LONG_KNOT = 32, 64
"""Samples between two points of a band's course."""
_FLURRY_S, _FLURRY = (0.9, 0.25), np.array([0.1, 0.06])
"""How quickly, and by how much, the stream through the gap differs from the wind outside."""
THRESHOLD_M_S = 4.0
_REFERENCE_M_S = 6.0
_LOWEST_HZ, _HIGHEST_HZ = 300.0, 1500.0
_FOLLOW_S = 0.12
_COMMON, _OWN = 0.9, 0.436
"""What both ears hear of a band, and what each hears alone."""
_RATIO = (1.45, 1.75)
"""From one band to the next."""


class Whistling:
    """Two or three narrow bands of noise whose pitch rises with the wind, and which begin only above 4 m/s.

    Air that streams past an edge sheds vortices at a pitch proportional to its speed (Strouhal, 1878), and the gap
    behind answers where it is resonant: band after band wakes as the wind rises. Each band is a complex
    Ornstein-Uhlenbeck walk on a carrier: exactly the sound of a resonance of this width in noise, at any pitch.
    """

    def __init__(self, setup: Setup) -> None:
        chance, rate = setup.generator("gap"), setup.sample_rate_hz
        count = 2 + int(chance.random() < 0.6)
        first_hz = float(chance.uniform(420.0, 620.0))
        steps = np.cumprod([1.0, *chance.uniform(*_RATIO, count - 1)])
        self.bands_hz = first_hz * steps
        """Pitches at 6 m/s."""
        self.quality = chance.uniform(11.0, 26.0, count)
        self._wakes = THRESHOLD_M_S + np.array([0.0, 0.9, 2.0])[:count]
        tau_s = self.quality / (math.pi * self.bands_hz)
        # Both parts of a complex number for each ear; what ears have in common is most of it.
        self._knot = LONG_KNOT if setup.block % LONG_KNOT == 0 else KNOT
        self._noise = Walks(chance, np.tile(tau_s, (3, 2, 1)), self._knot / rate)
        self._knots = setup.block // self._knot
        self._path = np.zeros((self._knots + 1, 3, 2, count))
        self._waver = Walks(chance, np.full(count, 0.8), setup.block / rate)
        self._flurry = Walks(chance, _FLURRY_S, setup.block / rate)
        self._rate_hz, self._block = rate, setup.block
        self._follow = -math.expm1(-setup.block / rate / _FOLLOW_S)
        self._phase = np.zeros(count)
        self._hz = self.bands_hz * 0.7
        self._gain = np.zeros(count)
        self._n = np.arange(1, setup.block + 1) / setup.block
        self._between = (np.arange(self._knot) / self._knot).astype(np.float32)

    def render(self, out: Block, speed_m_s: float, level: float) -> None:
        """Add the next block at this speed of the wind."""
        speed_m_s *= math.exp(float(_FLURRY @ self._flurry.step()))
        awake = np.clip((speed_m_s - self._wakes) / 3.0, 0.0, 1.5) ** 1.2 * np.exp(0.3 * self._waver.step())
        gain = self._gain + (level * awake - self._gain) * self._follow
        goal_hz = np.clip(self.bands_hz * speed_m_s / _REFERENCE_M_S, _LOWEST_HZ, _HIGHEST_HZ)
        hz = self._hz + (goal_hz - self._hz) * self._follow
        if gain.max() > 1e-6 or self._gain.max() > 1e-6:
            self._sing(out, hz, gain)
        self._hz, self._gain = hz, gain

    def _sing(self, out: Block, hz: NDArray[np.float64], gain: NDArray[np.float64]) -> None:
        self._path[0] = self._path[-1]
        for knot in range(1, self._knots + 1):
            self._path[knot] = self._noise.step()
        step = 2.0 * math.pi / self._rate_hz
        turned = self._hz[:, None] * self._n + 0.5 * (hz - self._hz)[:, None] * self._n**2
        phase = self._phase[:, None] + step * self._block * turned
        self._phase = np.fmod(phase[:, -1], 2.0 * math.pi)
        phase32 = np.fmod(phase, 2.0 * math.pi).astype(np.float32)
        loud = (self._gain[:, None] + (gain - self._gain)[:, None] * self._n).astype(np.float32)
        cosine, sine = loud * np.cos(phase32), loud * np.sin(phase32)
        common = _COMMON * self._path[:, 0]
        for ear, row in enumerate(out):
            own = common + _OWN * self._path[:, 1 + ear]
            row += (self._drawn_out(own[:, 0]) * cosine - self._drawn_out(own[:, 1]) * sine).sum(axis=0)

    def _drawn_out(self, knots: NDArray[np.float64]) -> NDArray[np.float32]:
        """Straight lines between the points of a course, shape (knots + 1, bands), as (bands, block)."""
        points = knots.astype(np.float32)
        lines = points[:-1, :, None] + np.diff(points, axis=0)[:, :, None] * self._between
        return lines.transpose(1, 0, 2).reshape(knots.shape[1], -1)
