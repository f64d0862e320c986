"""The score: in tune, sparse, breathing, the same for the same seed."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise

import pytest

from audio.score.chords import Chords
from audio.score.score import Played, Score
from audio.score.tuning import SCALES, Tuning
from audio.voice import Setup
from worlds.format.score import Score as ScoreModel
from worlds.seeds import generator
from worlds.signals import Signals

BLOCK_S = 1024 / 48000
BREATH_S = 10.0


def breath(t_s: float) -> float:
    return 0.5 - 0.5 * math.cos(2 * math.pi * t_s / BREATH_S)


def make(seed: int = 1, **fields: object) -> Score:
    return Score(ScoreModel.model_validate(fields), Setup(48000, 1024, seed, "score"))


def heard(
    score: Score, minutes: float, settle: float = 0.0, daylight: float = 1.0
) -> Iterator[tuple[float, Played]]:
    """Everything the score plays, with its time in seconds."""
    for index in range(int(minutes * 60 / BLOCK_S)):
        t_s = index * BLOCK_S
        signals = Signals(t_s=t_s, breath=breath(t_s), settle=settle, daylight=daylight)
        for name, note in score.advance(signals):
            yield t_s + note.delay_s, (name, note)


def melody(score: Score, minutes: float, settle: float = 0.0, daylight: float = 1.0) -> list[tuple[float, float]]:
    """Times and pitches of the melody."""
    played = heard(score, minutes, settle, daylight)
    return [(t_s, note.frequency_hz) for t_s, (name, note) in played if name == "melody"]


def phrases(line: list[tuple[float, float]]) -> list[list[tuple[float, float]]]:
    """The melody cut where more than six seconds pass."""
    found = [[line[0]]]
    for before, now in pairwise(line):
        if now[0] - before[0] > 6.0:
            found.append([])
        found[-1].append(now)
    return found


@pytest.mark.parametrize("scale", sorted(SCALES))
def test_every_note_is_within_three_cents_of_the_scale(scale: str) -> None:
    score = make(scale=scale, root_hz=98.0)
    cents = [1200 * math.log2(ratio) for ratio in SCALES[scale]]
    for _, (_, note) in heard(score, 4):
        place = 1200 * math.log2(note.frequency_hz / 98.0) % 1200
        assert min(abs((place - degree + 600) % 1200 - 600) for degree in cents) < 3


def test_every_touch_is_in_the_scale_and_rises_with_height() -> None:
    score = make(scale="hirajoshi", root_hz=73.4)
    notes = [score.frequency_for(step / 50) for step in range(-5, 60)]
    cents = [1200 * math.log2(ratio) for ratio in SCALES["hirajoshi"]]
    for hz in notes:
        place = 1200 * math.log2(hz / 73.4) % 1200
        assert min(abs((place - degree + 600) % 1200 - 600) for degree in cents) < 3
    assert all(low <= high for low, high in pairwise(notes))
    assert notes[-1] / notes[0] > 3


def test_the_same_seed_plays_the_same_notes_and_another_seed_others() -> None:
    first, again, other = (list(heard(make(seed), 3)) for seed in (5, 5, 6))
    assert first == again
    assert [note for _, note in first] != [note for _, note in other]


@pytest.mark.parametrize("wanted", [4.0, 8.0, 12.0])
def test_as_many_notes_a_minute_as_asked_for(wanted: float) -> None:
    found = [len(melody(make(seed, notes_per_min=wanted), 20)) / 20 for seed in (1, 2, 3)]
    assert sum(found) / len(found) == pytest.approx(wanted, rel=0.15)


def test_settling_thins_the_melody() -> None:
    assert len(melody(make(), 15, settle=1.0)) < 0.7 * len(melody(make(), 15))


def test_there_are_rests_between_phrases_and_a_long_one_within_a_quarter_of_an_hour() -> None:
    line = melody(make(notes_per_min=8.0), 16)
    gaps = [after - before for (before, _), (after, _) in pairwise(line)]
    assert sum(gap > 8.0 for gap in gaps) >= 10
    assert max(gaps) > 50.0


def test_phrases_begin_as_breathing_out_begins() -> None:
    starts = [phrase[0][0] for phrase in phrases(melody(make(), 12))][1:]
    after_top_s = [(t_s - BREATH_S / 2) % BREATH_S for t_s in starts]
    assert sum(late < 0.5 for late in after_top_s) > 0.6 * len(after_top_s)


def test_most_moves_are_steps_and_no_leap_is_wider_than_a_fifth() -> None:
    score = make(scale="ionian")
    moves = []
    for phrase in phrases(melody(score, 40)):
        moves += [(score.tuning.nearest(a), score.tuning.nearest(b)) for (_, a), (_, b) in pairwise(phrase)]
    steps = sum(abs(a - b) <= 1 for a, b in moves)
    assert 0.55 < steps / len(moves) < 0.9
    assert all(abs(score.tuning.cents(a, b)) < 715 for a, b in moves)


def test_no_pitch_sounds_three_times_running_within_a_phrase() -> None:
    for phrase in phrases(melody(make(), 40)):
        pitches = [hz for _, hz in phrase]
        assert not any(len({*pitches[i : i + 3]}) == 1 for i in range(len(pitches) - 2))


@pytest.mark.parametrize("scale", sorted(SCALES))
def test_a_chord_keeps_two_tones_or_more_of_the_one_before(scale: str) -> None:
    chords = Chords(Tuning(110.0, scale), generator(1, "test"))
    walk = [chords.now, *(chords.step(0.5) for _ in range(60))]
    assert all(len({*a} & {*b}) >= 2 and a != b for a, b in pairwise(walk))
    assert len({*walk}) > 8


def test_chords_have_no_close_intervals_in_the_bass_and_no_wolves() -> None:
    tuning = Tuning(98.0, "lydian")
    chords = Chords(tuning, generator(1, "test"))
    for _ in range(60):
        chord = chords.step(0.5)
        for low, high in pairwise(chord):
            assert tuning.cents(low, high) > (470 if tuning.hz(low) < 130 else 190)
            assert tuning.harshness(low, high) < 6


def test_the_pad_is_never_let_go_before_the_next_chord() -> None:
    until: dict[float, float] = {}
    silent = 0
    played = list(heard(make(chord_s=12.0), 4))
    for t_s, (name, note) in played:
        if name == "chords":
            silent += bool(until) and max(until.values()) < t_s
            until[note.frequency_hz] = t_s + note.duration_s
    assert silent == 0


def test_night_lies_lower_than_day() -> None:
    def middle(daylight: float) -> float:
        line = [hz for seed in (1, 2, 3) for _, hz in melody(make(seed), 12, daylight=daylight)]
        return sum(math.log2(hz) for hz in line) / len(line)

    assert middle(0.0) < middle(1.0) - 0.1


def test_only_the_named_instruments_play() -> None:
    assert {name for _, (name, _) in heard(make(parts=["marks"]), 3)} == {"marks"}


def test_no_melody_when_none_is_asked_for() -> None:
    assert not melody(make(notes_per_min=0.0), 3)


def test_music_goes_on_when_nobody_breathes() -> None:
    score = make()
    names = {name for _ in range(int(90 / BLOCK_S)) for name, _ in score.advance(Signals())}
    assert names == {"chords", "marks", "melody"}


def test_roots_of_any_octave_are_brought_to_the_same_one() -> None:
    assert 73.0 <= Tuning(440.0, "dorian").base_hz < 146.1
    assert Tuning(30.0, "dorian").base_hz == pytest.approx(120.0)
