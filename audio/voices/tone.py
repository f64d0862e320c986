"""The sound of `tone`."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from audio.voice import Audition, Block, Setup, Voice, sounds
from worlds.format.voices.tone import Tone

_LEVEL = 0.0801
"""To -23 LUFS at the defaults (tests/tools/natural_levels.py)."""
_GLIDE_S = 0.4
"""How fast pitch, rate and depth come to what they are told."""
_FADE_S = 3.0
_SMOOTH_HZ = 10.0
"""Pulses up to this rate may be as deep as written; quicker ones are as much shallower as they are quicker, because
roughness grows with the square of the depth, up to 70 Hz (Fastl and Zwicker, Psychoacoustics, ch. 11)."""


@sounds(Tone)
class ToneVoice(Voice[Tone]):
    """One sine for each ear, exact to the phase, never mixed with the other's.

    Binaural: left half the rate below the carrier and right half above, steady each (Oster, Scientific American
    229, 1973: heard as a beat with carriers up to 1 kHz, best near 440 Hz, and rates up to 30 Hz). Isochronic: the
    same tone in both, its level a raised cosine, so that it neither clicks nor rises faster than calm allows. Of
    effects on mood or brain nothing is claimed: reviews find as many studies against as for them (Ingendoh and
    others, PLOS ONE 18, 2023).
    """

    auditions = (Audition(), Audition("isochronic", {"beats": "isochronic"}))

    def __init__(self, model: Tone, setup: Setup) -> None:
        super().__init__(model, setup)
        self._apart = 0.5 if model.beats == "binaural" else 0.0
        self._pulses = 0.0 if self._apart else 1.0
        self._n = np.arange(1, setup.block + 1, dtype=np.float64)
        self._follow = -math.expm1(-self._block_s / _GLIDE_S)
        self._phases: list[float] = setup.generator("phases").uniform(0.0, 2.0 * math.pi, 3).tolist()
        self._now: list[float] = []
        self._level = 0.0
        self._made = np.empty((2, setup.block))

    def render(self, out: Block) -> None:
        """Add the next block."""
        carrier_hz, rate_hz = self.values["carrier_hz"], self.values["rate_hz"]
        depth = self._pulses * self.values["depth_ratio"] * min(1.0, _SMOOTH_HZ / rate_hz)
        goals = [carrier_hz - self._apart * rate_hz, carrier_hz + self._apart * rate_hz, rate_hz, depth]
        before = self._now or goals
        self._now = [old + (goal - old) * self._follow for old, goal in zip(before, goals, strict=True)]
        for ear in range(2 if self._apart else 1):
            np.sin(self._turn(ear, before[ear]), out=self._made[ear])
        if not self._apart:
            self._made[0] *= self._pulse(before)
            self._made[1] = self._made[0]
        self._made *= self._fade_in()
        out += self._made

    def _turn(self, which: int, from_hz: float) -> NDArray[np.float64]:
        """Phase of the tone of an ear, or of the pulses, from sample to sample; its frequency glides in a line."""
        step = 2.0 * math.pi / self.setup.sample_rate_hz
        rise = (self._now[which] - from_hz) / (2.0 * len(self._n))
        phase = self._phases[which] + step * (from_hz * self._n + rise * self._n**2)
        self._phases[which] = math.fmod(float(phase[-1]), 2.0 * math.pi)
        return phase

    def _pulse(self, before: list[float]) -> NDArray[np.float64]:
        depth = before[3] + (self._now[3] - before[3]) * self._n / len(self._n)
        pulse: NDArray[np.float64] = 1.0 - depth * (0.5 - 0.5 * np.cos(self._turn(2, before[2])))
        # As loud as a tone that does not pulse.
        return pulse / np.sqrt(1.0 - depth + 0.375 * depth**2)

    def _fade_in(self) -> NDArray[np.float64] | float:
        if self._level >= _LEVEL:
            return _LEVEL
        start, self._level = self._level, min(self._level + _LEVEL * self._block_s / _FADE_S, _LEVEL)
        return start + (self._level - start) * self._n / len(self._n)
