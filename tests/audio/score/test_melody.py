"""The melody: steps and rare leaps, as dense as asked for, with rests, 1/f, answered."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from tests.audio.score.pieces import heard, make, melody, phrases


def steps(seed: int, minutes: float, **fields: object) -> list[list[int]]:
    """Phrases of the melody, as steps of the scale."""
    score = make(seed, modes={}, centre_moves_per_h=0.0, **fields)
    line = melody(heard(score, minutes))
    return [[score.now.tuning.nearest(hz) for _, hz in phrase] for phrase in phrases(line)]


@pytest.mark.parametrize("wanted", [2.0, 4.0, 8.0, 16.0])
def test_as_many_notes_a_minute_as_asked_for(wanted: float) -> None:
    found = [len(melody(heard(make(seed, notes_per_min=wanted), 30))) / 30 for seed in (1, 2, 3)]
    assert sum(found) / len(found) == pytest.approx(wanted, rel=0.15)


def test_no_melody_when_none_is_asked_for() -> None:
    assert not melody(heard(make(notes_per_min=0.0), 3))


def test_a_melody_that_was_almost_asked_away_comes_back_soon() -> None:
    counts = list[int]()
    for seed in range(1, 7):
        score = make(seed, notes_per_min={"follow": "drift_a", "from": 0.001, "to": 10.0})
        heard(score, 10, drift_a=0.0)
        counts.append(len(melody(heard(score, 2, drift_a=1.0))))
    # With some, a long rest comes due meanwhile.
    assert min(counts) > 0
    assert sum(counts) / len(counts) > 6


def test_there_are_rests_between_phrases_and_a_long_one_within_a_quarter_of_an_hour() -> None:
    gaps = [after - before for (before, _), (after, _) in pairwise(melody(heard(make(), 16)))]
    assert sum(gap > 8.0 for gap in gaps) >= 10
    assert max(gaps) > 50.0


@pytest.mark.parametrize("scale", ["ionian", "pentatonic", "hirajoshi"])
def test_three_in_ten_moves_at_most_are_leaps_and_none_is_wider_than_a_fifth(scale: str) -> None:
    score = make(scale=scale, modes={}, centre_moves_per_h=0.0)
    line = melody(heard(score, 60))
    moves = [(a, b) for phrase in phrases(line) for (_, a), (_, b) in pairwise(phrase)]
    leaps = sum(abs(score.now.tuning.nearest(a) - score.now.tuning.nearest(b)) > 1 for a, b in moves)
    assert 0.1 < leaps / len(moves) <= 0.3
    assert all(abs(1200 * np.log2(b / a)) < 715 for a, b in moves)


def test_a_leap_is_answered_by_a_step_back() -> None:
    lines = [phrase for phrase in steps(3, 60, scale="ionian", answer_ratio=0.0) if len(phrase) > 2]
    turns = [(b - a, c - b) for line in lines for a, b, c in zip(line, line[1:], line[2:], strict=False)]
    after = [(leap, move) for leap, move in turns if abs(leap) > 1]
    assert len(after) > 20
    assert all(abs(move) == 1 and move * leap < 0 for leap, move in after)


def test_no_pitch_sounds_three_times_running_within_a_phrase() -> None:
    for phrase in steps(1, 40):
        assert not any(len({*phrase[i : i + 3]}) == 1 for i in range(len(phrase) - 2))


def test_the_spectrum_of_its_pitches_falls_as_one_over_f() -> None:
    lines = [
        [step for phrase in steps(seed, 60, scale="ionian", notes_per_min=12.0) for step in phrase]
        for seed in range(4)
    ]
    power, size = np.zeros(129), 256
    for line in lines:
        for start in range(0, len(line) - size + 1, size // 2):
            part = np.array(line[start : start + size], float)
            power += np.abs(np.fft.rfft((part - part.mean()) * np.hanning(size))) ** 2
    edges = np.unique(np.geomspace(2, 128, 10).astype(int))
    bands = [power[low:high].mean() for low, high in pairwise(edges)]
    middles = [(low + high - 1) / 2 for low, high in pairwise(edges)]
    assert np.polyfit(np.log(middles), np.log(bands), 1)[0] == pytest.approx(-1.0, abs=0.3)


def test_time_is_never_even_but_near_it() -> None:
    gaps = np.array(
        [
            b - a
            for phrase in phrases(melody(heard(make(answer_ratio=0.0), 40)))
            for (a, _), (b, _) in pairwise(phrase)
        ]
    )
    assert 0.15 < gaps.std() / gaps.mean() < 0.5
    assert len({*np.round(gaps, 2)}) > 0.5 * len(gaps)


def test_answers_take_up_the_call_in_the_next_breath_out_and_are_played_by_the_part_that_answers() -> None:
    score = make(2, answer={"kind": "bowl"}, answer_ratio=1.0, modes={}, centre_moves_per_h=0.0)
    played = heard(score, 40)
    calls, answers = (phrases(melody(played, part)) for part in ("melody", "answer"))
    assert len(answers) > 0.5 * len(calls)
    for answer in answers:
        call = max((call for call in calls if call[0][0] < answer[0][0]), key=lambda call: call[0][0])
        assert answer[0][0] - call[-1][0] < 25.0
        moves, called = (np.diff([score.now.tuning.nearest(hz) for _, hz in line]) for line in (answer, call))
        ways = [called, -called, -called[::-1], called[-2:]]
        assert any(np.array_equal(moves, way) for way in ways)


def test_without_a_part_that_answers_the_melody_answers_itself_as_often_as_asked() -> None:
    def count(ratio: float) -> int:
        lines = [np.diff(phrase) for phrase in steps(2, 60, answer_ratio=ratio) if len(phrase) > 2]
        return sum(np.array_equal(a, b) for a, b in pairwise(lines))

    assert count(1.0) > count(0.0) + 10
