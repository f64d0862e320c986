"""Touches: always right, remembered, and answered later."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest

from audio.score.tuning import SCALES
from tests.audio.score.pieces import HOURS, heard, make, melody, off_scale_cents, phrases, rub_cents


@pytest.mark.parametrize("scale", sorted(SCALES))
def test_no_touch_is_off_the_scale_or_rubs_with_what_sounds(scale: str) -> None:
    score = make(4, scale=scale, modes={}, centre_moves_per_h=30.0, chord_s=8.0)
    rubs, off = [], []

    def touch(t_s: float) -> None:
        if t_s % 1.0 < 0.1 and len(score.now.chord):
            hz = score.frequency_for(t_s * 0.618 % 1.0)
            tones = [2 ** (cents / 1200) for cents in score.now.tuning.cents(score.now.chord)]
            rubs.append(min(abs(rub_cents(hz, tone) - 75.0) for tone in tones))
            off.append(off_scale_cents(hz, score.now.tuning.base_hz, scale))

    heard(score, 12, touch)
    assert len(off) > 500
    assert max(off) < 3
    assert min(rubs) >= 74.0


def test_touches_rise_with_height() -> None:
    score = make(scale="hirajoshi", root_hz=73.4)
    for _ in range(4):
        heard(score, 0.5)
        notes = [score.frequency_for(step / 50) for step in range(-5, 60)]
        assert all(low <= high for low, high in pairwise(notes))
        assert notes[-1] / notes[0] > 3


def test_touches_are_in_tune_before_anything_sounds() -> None:
    assert off_scale_cents(make(scale="lydian").frequency_for(0.5), 110.0, "lydian") < 3


def touched(heights: list[float], seed: int, minutes: float, **fields: object) -> tuple[list[int], list[list[int]]]:
    """The steps a visitor touched after a minute, and the phrases of the part that answers from then on."""
    score = make(seed, modes={}, centre_moves_per_h=0.0, answer_ratio=0.0, answer={"kind": "bowl"}, **fields)
    notes: list[float] = []

    def touch(t_s: float) -> None:
        if len(notes) < len(heights) and t_s > 60.0 + 1.3 * len(notes):
            notes.append(score.frequency_for(heights[len(notes)]))
            score.remember(notes[-1])

    played = heard(score, minutes, touch)
    told = [score.now.tuning.nearest(hz) for hz in notes]
    lines = [phrase for phrase in phrases(melody(played, "answer")) if phrase]
    return told, [[score.now.tuning.nearest(hz) for _, hz in phrase] for phrase in lines]


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize("notes_per_min", [3.0, 8.0])
def test_what_was_touched_is_answered_within_three_minutes_and_again_later(notes_per_min: float, seed: int) -> None:
    told, answers = touched([0.3, 0.5, 0.4], seed, 4.0, notes_per_min=notes_per_min)
    assert answers
    assert np.array_equal(np.diff(answers[0]), np.diff(told))
    _, later = touched([0.3, 0.5, 0.4], seed, 25.0, notes_per_min=notes_per_min)
    assert len(later) == 3


def test_where_only_touches_are_answered_the_visitor_makes_the_melody() -> None:
    told, answers = touched([0.3, 0.5, 0.4], 2, 6.0, parts=["chords", "answer"])
    assert np.array_equal(np.diff(answers[0]), np.diff(told))
    assert not melody(heard(make(parts=["chords", "answer"], answer={"kind": "bowl"}), 6), "answer")


@pytest.mark.parametrize("breath", [None, 0.5])
def test_where_no_notes_are_asked_for_touches_are_answered_all_the_same(breath: float | None) -> None:
    fields = {"notes_per_min": 0.0, "parts": ["melody"], "answer_ratio": 1.0}
    score, signals = make(3, **fields), {} if breath is None else {"breath": breath}
    assert not heard(score, 5, **signals)
    for height in (0.3, 0.5, 0.4):
        score.remember(score.frequency_for(height))
    answers = melody(heard(score, 25, **signals))
    assert len(answers) == 9


def test_wide_gestures_come_back_within_an_octave() -> None:
    _, answers = touched([0.0, 1.0, 0.1, 0.9], 5, 8.0, scale="pentatonic")
    assert answers
    assert all(abs(move) <= 5 for line in answers for move in np.diff(line))


def test_a_storm_of_touches_is_remembered_in_little() -> None:
    score = make(3)

    def touch(t_s: float) -> None:
        score.remember(score.frequency_for(abs(math.sin(t_s))))

    heard(score, 3, touch)
    assert len(score._memory._open.cents) <= 5
    assert len(score._memory._kept) <= 4


def test_remembered_notes_are_brought_to_the_mode_of_the_hour() -> None:
    score = make(3, scale="ionian", answer={"kind": "bowl"}, answer_ratio=0.0, centre_moves_per_h=0.0)
    heard(score, 1, **HOURS["noon"])
    for height in (0.2, 0.45, 0.6):
        score.remember(score.frequency_for(height))
    played = heard(score, 8, **HOURS["night"])
    answers = [(t_s, hz) for t_s, hz in melody(played, "answer") if t_s > 60.0]
    assert answers
    assert all(off_scale_cents(hz, 110.0, "dorian") < 3 for _, hz in answers)
