"""Chords: consonant, led voice by voice, held as long as they last, struck by what cannot hold."""

from __future__ import annotations

from itertools import combinations, pairwise

import numpy as np
import pytest

from audio.score.harmony import Harmony
from audio.score.ladder import cents_of
from audio.score.tuning import SCALES, Cents, Tuning, rubs
from tests.audio.score.pieces import heard, make


@pytest.mark.parametrize("scale", sorted(SCALES))
def test_a_chord_keeps_two_tones_or_more_of_the_one_before(scale: str) -> None:
    score, walk = make(scale=scale, modes={}, centre_moves_per_h=0.0, chord_s=8.0), []

    def listen(_: float) -> None:
        if score.now.chord_begins:
            walk.append(tuple(score.now.chord.tolist()))

    heard(score, 12, listen)
    assert len(walk) > 50
    assert all(len({*a} & {*b}) >= 2 and a != b for a, b in pairwise(walk))
    assert len({*walk}) > 8


@pytest.mark.parametrize("root_hz", [74.0, 98.0, 140.0])
@pytest.mark.parametrize("scale", sorted(SCALES))
def test_no_chord_is_harsh_or_close_in_the_bass(scale: str, root_hz: float) -> None:
    tuning = Tuning(root_hz, scale)
    harmony = Harmony(tuning)
    assert len(harmony.chords) > 15
    for chord, pitches in zip(harmony.chords, harmony.pitches, strict=True):
        for low, high in pairwise(range(4)):
            least = 470 if tuning.hz(int(chord[low])) < 130 else 190
            assert pitches[high] - pitches[low] > least
        for low, high in combinations(range(4), 2):
            assert tuning.harshness(chord[low], chord[high]) < 6
            assert not 1 < (pitches[high] - pitches[low]) % 1200 < 150


def test_a_chord_that_is_held_is_never_let_go_before_the_next() -> None:
    until: dict[float, float] = {}
    silent = 0
    for t_s, part, note in heard(make(chord_s=12.0), 6):
        if part == "chords":
            silent += bool(until) and max(until.values()) < t_s
            until[note.frequency_hz] = t_s + note.duration_s
    assert silent == 0


def test_what_cannot_hold_a_chord_strikes_it_once() -> None:
    score = make(chord_s=12.0, chords={"kind": "bowl"})
    begun = []

    def listen(t_s: float) -> None:
        begun.extend([t_s] if score.now.chord_begins else [])

    struck = [t_s for t_s, part, _ in heard(score, 6, listen) if part == "chords"]
    assert len(struck) in range(4 * len(begun) - 4, 4 * len(begun) + 1)


def test_what_is_low_is_given_the_lowest_tone_alone() -> None:
    score = make(chords={"kind": "drone"})
    played = heard(score, 0.2)
    lowest_hz = score.now.tuning.hz(int(score.now.chord[0]))
    assert [note.frequency_hz for _, part, note in played if part == "chords"] == [lowest_hz]


def test_tones_come_in_one_after_another_and_never_evenly() -> None:
    starts = [t_s for t_s, part, _ in heard(make(), 0.2) if part == "chords"][:4]
    gaps = np.diff(starts)
    assert (gaps > 0.2).all()
    assert np.ptp(gaps) > 0.005


def test_as_many_chords_as_asked_for() -> None:
    def count(chord_s: float) -> int:
        score, begun = make(4, chord_s=chord_s), []
        heard(score, 20, lambda t_s: begun.extend([t_s] if score.now.chord_begins else []))
        return len(begun)

    assert count(15.0) == pytest.approx(20 * 60 / (15 + 5), rel=0.25)
    assert count(60.0) == pytest.approx(20 * 60 / (60 + 5), rel=0.25)


@pytest.mark.parametrize("kind", ["bowl", "bell"])
@pytest.mark.parametrize("scale", ["lydian", "aeolian", "hirajoshi"])
def test_no_chord_comes_that_rubs_with_a_mark_that_still_rings(scale: str, kind: str) -> None:
    fields = {"chord_s": 8.0, "centre_moves_per_h": 20.0, "marks": {"kind": kind, "ring_s": 40.0}}
    score = make(2, scale=scale, **fields)
    begun: list[tuple[float, Cents]] = []

    def listen(t_s: float) -> None:
        if score.now.chord_begins:
            begun.append((t_s, score.now.tuning.cents(score.now.chord)))

    marks = [(t_s, cents_of(note.frequency_hz)) for t_s, part, note in heard(score, 40, listen) if part == "marks"]
    later = [(mark, chord) for at_s, mark in marks for t_s, chord in begun if at_s < t_s < at_s + 23.0]
    assert len(later) > 100
    assert not any(rubs(chord, np.array(mark)).any() for mark, chord in later)
