"""Letting nothing burst out of quiet: how fast the level may rise."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from audio.dsp.filters import BlockFilter, high_pass, in_series
from audio.mix.limiter import SEGMENT

LOW_CUT_HZ = 280.0
"""Below this, ears and startle hear less and less, and so does the guard: by 6 dB there, 19 at 100 Hz, 30 at 50.

So A-weighting has it, within 2 dB from 50 Hz to 1 kHz. Without it a steady rumble, whose level within 10 ms, half a
period of it, comes and goes by itself, would be taken for one onset after another.
"""

FLOOR_DBFS = -46.5
"""Below this, at full volume, nothing counts as a rise; with the free jump and 30 ms it ends 15 dB above -50."""
LEAST_VOLUME = 1e-3
"""The floor moves with the volume down to here; softer, nothing is heard any way."""
LEAST_POWER = 1e-20
FREE_DB = 8.5
"""So far the level may jump at once: rain stays crisp."""
FREE_RATIO = 10 ** (FREE_DB / 10)
CLIMB_DB_S = 80.0
"""So fast it may climb beyond."""
RETURN_DB_S = 250.0
"""So fast gain comes back that is needed no more."""
LOUD_S, QUIET_S = 0.0053, 0.01
"""What comes is measured over the time the limiter looks ahead; what it rises from over the time of the rule."""

Levels = NDArray[np.float32]
"""Levels in dB, shape (2 ears, segments)."""


class OnsetGuard:
    """Tells how much gain the sound may have, so that in neither ear the level rises by 15 dB within 30 ms.

    Levels are those of the sound above `LOW_CUT_HZ`; below -50 dBFS they count as that (docs/architecture.md,
    Onsets, tells why). For each ear a reference follows what leaves: down at once, up no faster than `CLIMB_DB_S`,
    never below the floor. Where the level stands more than `FREE_DB` above it, it is held there, in both ears
    alike. Over 30 ms that lets it rise by 8.5 + 80 * 0.03 = 10.9 dB; the rest is for what short windows miss and
    what the limiter, bringing gain down smoothly, takes away just before a rise. About 12 µs for 2048 samples, 35
    µs where it acts; weighing the lows takes as much again.
    """

    def __init__(self, sample_rate_hz: int, block: int) -> None:
        """`block` is a multiple of 32."""
        segment_s, count = SEGMENT / sample_rate_hz, block // SEGMENT
        spans = [max(1, round(span_s / segment_s)) for span_s in (LOUD_S, QUIET_S)]
        self._past = max(spans) - 1
        cut = high_pass(LOW_CUT_HZ, sample_rate_hz)
        self._weigh = BlockFilter(in_series(cut, cut), 2, block)
        self._squares = np.empty((2, block), np.float32)
        self._mean = np.full(SEGMENT, 1.0 / SEGMENT, np.float32)
        self._powers = np.zeros((2, self._past + count), np.float32)
        age = np.arange(self._past, self._past + count) - np.arange(self._past + count)[:, None]
        loud, quiet = (((age >= 0) & (age < span)) / span for span in spans)
        self._count = count
        self._climb_db, self._return_db = CLIMB_DB_S * segment_s, RETURN_DB_S * segment_s
        self._climbs_db = self._climb_db * np.arange(1, count + 1)
        self._climbed_db = self._climb_db * count
        fallen = quiet * 10 ** (-self._climbs_db / 10)
        # Lows are told with their signs turned: then one search finds the most of all three.
        self._windows = np.concatenate([loud, -quiet, -fallen], axis=1).astype(np.float32)
        self._levels = np.empty((2, 3 * count), np.float32)
        self._heard, self._each = self._levels[:, : 2 * count], self._levels.reshape(2, 3, count)
        self._new = self._powers[:, self._past :]
        self._old, self._last = self._powers[:, : self._past], self._powers[:, count:]
        self._pieces = self._squares.reshape(2, count, SEGMENT)
        self._references_db = np.full((2, 1), -math.inf)
        self._gain_db = 0.0
        self.held_db = 0.0
        """By how much it held back most in the last block."""
        self.kept_ratio = 1.0
        """How much of the power of the last block it let through."""

    def caps(self, samples: NDArray[np.float32], volume: float) -> NDArray[np.float64] | None:
        """The most gain each 32 samples of a block, shape (2, block), may have; None where all may have 1.

        `volume`: the linear gain set for all sound, 0..1; the floor moves with it.
        """
        floor_db = FLOOR_DBFS + 20 * math.log10(max(volume, LEAST_VOLUME))
        self._measure(samples)
        if self._gain_db >= 0.0 and self._plainly_calm(floor_db):
            self.held_db, self.kept_ratio = 0.0, 1.0
            return None
        levels_db = self._levels_db(floor_db)
        loud_db, quiet_db = levels_db[:, : self._count], levels_db[:, self._count :]
        loud_db -= FREE_DB
        np.maximum(self._references_db, floor_db, out=self._references_db)
        if self._gain_db >= 0.0 and self._nothing_bursts(loud_db, quiet_db):
            self.held_db, self.kept_ratio = 0.0, 1.0
            return None
        gains_db = self._gains_db(loud_db, quiet_db, floor_db)
        self.held_db = -min(gains_db)
        caps: NDArray[np.float64] = np.exp(np.multiply(gains_db, math.log(10) / 20))
        left, right = self._new
        powers = left + right
        self.kept_ratio = float(powers @ (caps * caps)) / max(float(powers.sum()), LEAST_POWER)
        return caps

    def _measure(self, samples: NDArray[np.float32]) -> None:
        """Note the mean power of each new segment, after those before."""
        self._old[...] = self._last
        weighed = self._weigh(samples)
        np.multiply(weighed, weighed, out=self._squares)
        np.matmul(self._pieces, self._mean, out=self._new)
        np.dot(self._powers, self._windows, out=self._levels)

    def _plainly_calm(self, floor_db: float) -> bool:
        """Whether not even the loudest moment of the block stands out of its quietest; if so, the references have
        followed. Most blocks are like that, and no logarithms are needed for them."""
        floor, followed = 10 ** (floor_db / 10), []
        ends = np.maximum.reduce(self._each, axis=2).tolist()
        for (reference_db,), (most, quiet, fallen) in zip(self._references_db.tolist(), ends, strict=True):
            reference = 10 ** (reference_db / 10)
            if -quiet < floor or most > FREE_RATIO * max(min(reference, -quiet), floor):
                return False
            followed.append((10 * math.log10(min(max(reference, floor), -fallen)) + self._climbed_db,))
        self._references_db[...] = followed
        return True

    def _levels_db(self, floor_db: float) -> Levels:
        """At the end of each segment the louder level and then the quieter one, at least the floor."""
        levels: Levels = np.abs(self._heard)
        np.maximum(levels, 10 ** (floor_db / 10), out=levels)
        np.log10(levels, out=levels)
        levels *= 10.0
        return levels

    def _nothing_bursts(self, loud_db: Levels, quiet_db: Levels) -> bool:
        """Whether all may stay as it is; if so, the references have followed."""
        references_db = np.minimum.accumulate(quiet_db - self._climbs_db, axis=1)
        np.minimum(references_db, self._references_db, out=references_db)
        references_db += self._climbs_db
        if (loud_db > references_db).any():
            return False
        self._references_db[...] = references_db[:, -1:]
        return True

    def _gains_db(self, loud_db: Levels, quiet_db: Levels, floor_db: float) -> list[float]:
        """The gain of each segment in turn, for the references follow what the gains before have left."""
        gain_db, climb_db, return_db, gains_db = self._gain_db, self._climb_db, self._return_db, []
        (left_db,), (right_db,) = self._references_db.tolist()
        for loud_left, loud_right, quiet_left, quiet_right in zip(
            *loud_db.tolist(), *quiet_db.tolist(), strict=True
        ):
            left_db += climb_db
            right_db += climb_db
            gain_db += return_db
            # Written out, for min() and max() take four times as long.
            room_left, room_right = left_db - loud_left, right_db - loud_right
            room_db = room_left if room_left < room_right else room_right
            gain_db = gain_db if gain_db < room_db else room_db
            gain_db = gain_db if gain_db < 0.0 else 0.0
            leaves_left, leaves_right = quiet_left + gain_db, quiet_right + gain_db
            left_db = left_db if left_db < leaves_left else leaves_left
            right_db = right_db if right_db < leaves_right else leaves_right
            left_db = left_db if left_db > floor_db else floor_db
            right_db = right_db if right_db > floor_db else floor_db
            gains_db.append(gain_db)
        self._gain_db, self._references_db[...] = gain_db, ((left_db,), (right_db,))
        return gains_db
