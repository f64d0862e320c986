"""The sound of `whale`."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from audio.dsp import bake, spectrum
from audio.dsp.noise import ShapedNoise, frame_for
from audio.dsp.walks import Walks
from audio.mix.losses import Decay
from audio.mix.room import Room
from audio.voice import Audition, Block, Setup, Voice, sounds
from audio.voices.whalesong import Unit, song, sung
from worlds.format.voices.whale import Whale

_LEVEL = 0.0666
"""To -23 LUFS while it sings (gated; tests/tools/natural_levels.py)."""
_SEA = Decay(low_s=4.0, middle_s=6.0, high_s=1.2, first_s=0.02, last_s=0.25)
_SWELL = (
    *((63, -50), (80, -36), (100, -32), (125, -28), (160, -17), (200, -9), (250, -4), (315, 0), (400, 0)),
    *((500, -2), (630, -8), (1000, -22), (1600, -34), (2500, -34), (4000, -50)),
)
_SWELL_LEVEL = 0.075
"""Of all that sing too far off to be told apart, beside the singer."""
_COHERENCE = ((100.0, 0.8), (1000.0, 0.45), (4000.0, 0.3))
_TOGETHER = np.array([[0.97, 0.24], [0.24, 0.97]], np.float32)
"""The sea is not as wide as a room: left and right hold something of each other."""
_DIRECT = 0.4
"""How much of it comes straight, beside what surface and bottom send back."""
_PARTIALS = 6
_RISE_S, _FALL_S = 0.22, 0.4
_INTERVAL_SD = 0.5
"""Deviation of the time from unit to unit, as a part of it."""
_LEAST_GAP_S = 0.25
_QUIETEST = 0.02


@sounds(Whale)
class WhaleVoice(Voice[Whale]):
    """One singer, unit after unit, and the sea that holds what it sang for seconds.

    Units come every 3.5 ± 1.8 s, of 45 to 3600 Hz, most of all 300 to 600, as the downsweep of 1.4 s from 600 to
    300; four to six make a phrase, a phrase repeated for two to four minutes a theme, four to six themes the song
    (Payne and McVay, "Songs of humpback whales", Science 173, 1971; figures of later studies in whalesong). No
    unit is sung twice alike. The sea is a `Room` with a long tail, without highs.
    """

    auditions = (Audition(),)

    def __init__(self, model: Whale, setup: Setup) -> None:
        super().__init__(model, setup)
        self._chance = setup.generator("timing")
        self._song = sung(setup.generator("takes"), song(setup.generator("song")))
        self._sea = Room(_SEA, setup.sample_rate_hz, setup.block, setup.generator("sea"))
        shape = spectrum.from_third_octaves(_SWELL, setup.sample_rate_hz, frame_for(setup.block))
        self._far = ShapedNoise(
            shape, setup.block, setup.sample_rate_hz, setup.generator("far"), coherence=_COHERENCE
        )
        self._waver = Walks(setup.generator("waver"), (0.25, 3.0, 8.0), self._block_s)
        self._t_s = np.arange(setup.block) / setup.sample_rate_hz
        self._send = np.zeros((2, setup.block), np.float32)
        self._unit: Unit | None = None
        self._at_s, self._phase, self._last = 0.0, 0.0, 0.0
        self._wait_s = float(self._chance.uniform(0.5, 3.0))
        self._side = float(self._chance.uniform(-0.4, 0.4))

    def render(self, out: Block) -> None:
        """Add the next block."""
        self._wait_s -= self._block_s
        if self._unit is None and self._wait_s < 0.0:
            self._begin()
        quick, slow, far = self._waver.step()
        if self._unit is None:
            self._send.fill(0.0)
        else:
            self._sing(self._unit, 0.012 * float(quick) + 0.006 * float(slow))
        out += _DIRECT * self._send
        out += _TOGETHER @ self._sea.render(self._send)
        self._far.render(out, _LEVEL * _SWELL_LEVEL * math.exp(0.2 * float(far)))

    def _begin(self) -> None:
        """Take the next unit, or let a rest go by."""
        chance, activity = self._chance, self.values["activity_ratio"]
        if activity < _QUIETEST:
            self._wait_s = 1.0
            return
        left, unit = next(self._song)
        self._unit, self._at_s = unit, -(self._wait_s + self._block_s)
        mean_s = self.values["interval_s"]
        shape = 1.0 / _INTERVAL_SD**2
        self._wait_s += max(unit.length_s + _LEAST_GAP_S, float(chance.gamma(shape, mean_s / shape)))
        if left == 0 and chance.random() > activity:
            self._wait_s += float(chance.exponential(12.0)) / activity

    def _sing(self, unit: Unit, waver: float) -> None:
        """The next block of a unit: partials on one phase, swelling and fading."""
        t_s = self._t_s + self._at_s
        along = t_s / unit.length_s
        octaves = np.interp(along, np.linspace(0.0, 1.0, len(unit.octaves)), unit.octaves)
        waver_now = np.linspace(self._last, waver, len(t_s))
        phase = self._phase + np.cumsum(
            2 * np.pi / self.setup.sample_rate_hz * unit.hz * 2.0 ** (octaves + waver_now)
        )
        self._phase, self._last = float(phase[-1]) % (2 * math.pi), waver
        swell = bake.eased(t_s / _RISE_S) * bake.eased((unit.length_s - t_s) / _FALL_S)
        swell *= 1.0 - unit.tremor * (0.5 + 0.5 * np.cos(2 * np.pi * unit.tremor_hz * t_s))
        wave = _LEVEL * unit.loudness * swell * _partials(phase, unit.tilt)
        angle = (self._side + 1.0) * math.pi / 4.0
        self._send[0], self._send[1] = wave * math.cos(angle), wave * math.sin(angle)
        self._at_s += self._block_s
        if self._at_s > unit.length_s:
            self._unit = None


def _partials(phase: NDArray[np.float64], tilt: float) -> NDArray[np.float64]:
    """Sines of the first multiples of a phase, each lower than the last by `tilt`; by Chebyshev's recurrence."""
    twice_cosine, below, now = 2.0 * np.cos(phase), np.zeros_like(phase), np.sin(phase)
    wave, height = now.copy(), 1.0
    for _ in range(_PARTIALS - 1):
        below, now, height = now, twice_cosine * now - below, height * tilt
        wave += height * now
    return wave
