"""Bringing a world to its loudness, so slowly that nobody could say when."""

from __future__ import annotations

import math

import numpy as np

from audio.mix.loudness import gated_power, lufs, power_of

TARGET_LUFS = -23.0
WINDOW_S = 0.4
MEMORY_S = 180.0
"""How far back loudness is looked at."""
TRUST_S = 8.0
"""What was predicted at build time counts as much as this long a measurement, and half of that"""
FORGET_S = 15.0
"""this time later."""
COMES_AND_GOES_DB = 1.5
"""The prediction counts birds, drops and notes as if they never paused; by so much less they are heard, on average
over the built-in worlds."""
SLEW_DB_S = 0.12
"""Fastest change of level: less than what is noticed without comparing."""
FIRST_SLEW_DB_S = 0.8
"""The same while the world fades in."""
FIRST_S = 12.0
CORRECTION_DB = 24.0
"""How far it may part from the prediction."""


class Leveller:
    """The gain that brings a world to −23 LUFS: predicted, then corrected by what is measured before it.

    It measures gated loudness as BS.1770 does, over the last three minutes, so silence between sounds never raises
    the level.
    """

    def __init__(self, predicted_lufs: float, sample_rate_hz: int, block: int) -> None:
        self._dt_s = block / sample_rate_hz
        self._blocks = max(1, round(WINDOW_S / self._dt_s))
        predicted_lufs -= COMES_AND_GOES_DB
        self._predicted = power_of(TARGET_LUFS)
        self._powers = np.zeros(math.ceil(MEMORY_S / (self._blocks * self._dt_s)))
        self._heard = self._gathered = 0
        self._sum = 0.0
        self._first_db = self._goal_db = self.gain_db = TARGET_LUFS - predicted_lufs
        # Measured as the prediction would have it heard, so that the gate for silence means what it should.
        self._as_heard = 10 ** (self._first_db / 10)
        self._age_s = 0.0

    def step(self, power: float) -> float:
        """Take the mean K-weighted power of a block before this gain; return the gain in dB for it."""
        self._sum += power * self._as_heard
        self._gathered += 1
        if self._gathered == self._blocks:
            self._note(self._sum / self._gathered)
        self._age_s += self._dt_s
        most = (FIRST_SLEW_DB_S if self._age_s < FIRST_S else SLEW_DB_S) * self._dt_s
        self.gain_db += min(max(self._goal_db - self.gain_db, -most), most)
        return self.gain_db

    def _note(self, power: float) -> None:
        """Keep a window's power and work out where the gain should go."""
        self._powers[self._heard % len(self._powers)] = power
        self._heard += 1
        self._sum, self._gathered = 0.0, 0
        known = self._powers[: self._heard]
        measured = gated_power(known)
        if measured <= 0.0:
            return
        time_s = len(known) * self._blocks * self._dt_s
        trust_s = TRUST_S * 0.5 ** (time_s / FORGET_S)
        likely = (self._predicted * trust_s + measured * time_s) / (trust_s + time_s)
        goal_db = self._first_db + TARGET_LUFS - lufs(likely)
        self._goal_db = min(max(goal_db, self._first_db - CORRECTION_DB), self._first_db + CORRECTION_DB)
