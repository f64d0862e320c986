"""Pieces for tests of the score: an hour of music in half a second."""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import pairwise

from audio.score.score import Score
from audio.score.tuning import SCALES
from audio.voice import Note, Setup
from worlds.format.score import Score as ScoreModel
from worlds.signals import Signals

RATE_HZ, BLOCK = 48000, 4800
BLOCK_S = BLOCK / RATE_HZ
BREATH_S = 10.0
HOURS = {
    "dawn": {"hour": 6.0, "sun_height": 0.0, "daylight": 0.5},
    "noon": {"hour": 12.0, "sun_height": 1.0, "daylight": 1.0},
    "dusk": {"hour": 18.0, "sun_height": 0.0, "daylight": 0.5},
    "night": {"hour": 0.0, "sun_height": -1.0, "daylight": 0.0},
}
Heard = list[tuple[float, str, Note]]
"""When, which part, and what."""


def make(seed: int = 1, **fields: object) -> Score:
    """A score with these fields."""
    return Score(ScoreModel.model_validate(fields), Setup(RATE_HZ, BLOCK, seed, "score"))


def breath(t_s: float) -> float:
    """A calm breath: 5 s in, 5 s out."""
    return 0.5 - 0.5 * math.cos(2 * math.pi * t_s / BREATH_S)


def heard(score: Score, minutes: float, each: Callable[[float], object] | None = None, **signals: float) -> Heard:
    """Everything the score plays; `each` is called after every block, with its time."""
    found: Heard = []
    for index in range(int(minutes * 60 / BLOCK_S)):
        t_s = index * BLOCK_S
        told = {"breath": breath(t_s), **signals}
        found += [(t_s + note.delay_s, part, note) for part, note in score.advance(Signals(t_s=t_s, **told))]
        if each:
            each(t_s)
    return found


def melody(played: Heard, *parts: str) -> list[tuple[float, float]]:
    """Times and pitches of the melody, or of other parts."""
    return [(t_s, note.frequency_hz) for t_s, part, note in played if part in (parts or ("melody",))]


def phrases(line: list[tuple[float, float]]) -> list[list[tuple[float, float]]]:
    """The line cut where breathing out begins with a note after a rest, or a long time passes."""
    found = [line[:1]]
    for before, now in pairwise(line):
        gap_s, after_turn_s = now[0] - before[0], (now[0] - BREATH_S / 2) % BREATH_S
        if gap_s > 8.0 or (gap_s > 1.5 and after_turn_s < 0.15):
            found.append([])
        found[-1].append(now)
    return found


def off_scale_cents(hz: float, centre_hz: float, scale: str) -> float:
    """How far a pitch lies from the nearest of a scale."""
    place = 1200 * math.log2(hz / centre_hz)
    degrees = [1200 * math.log2(ratio) for ratio in SCALES[scale]]
    return min(abs((place - degree + 600) % 1200 - 600) for degree in degrees)


def rub_cents(hz: float, other_hz: float) -> float:
    """How far apart two pitches are, octaves left out."""
    return abs((1200 * math.log2(hz / other_hz) + 600) % 1200 - 600)
