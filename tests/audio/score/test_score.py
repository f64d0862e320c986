"""The score as a whole: in tune, breathing, sparse, the same for the same seed, and never twice the same."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import get_args

import pytest

from audio.score.modes import KIN, time_of
from audio.score.tuning import SCALES, Tuning
from tests.audio.score.pieces import (
    BREATH_S,
    HOURS,
    heard,
    make,
    melody,
    off_scale_cents,
    phrases,
    rub_cents,
)
from worlds.format.instrument import InstrumentModel
from worlds.format.kinds import kind_of, models_in
from worlds.format.scales import ScaleName
from worlds.reference import DOCUMENT
from worlds.signals import Signals


@pytest.mark.parametrize("scale", sorted(SCALES))
def test_no_note_is_off_the_scale_that_sounds(scale: str) -> None:
    score = make(scale=scale, root_hz=98.0, modes={}, centre_moves_per_h=30.0)
    centres = set()
    off = [0.0]

    def listen(_: float) -> None:
        centres.add(round(score.now.tuning.base_hz, 2))

    played = heard(score, 12, listen)
    for _, _, note in played:
        off.append(min(off_scale_cents(note.frequency_hz, centre_hz, scale) for centre_hz in centres))
    assert len(played) > 60
    assert max(off) < 3


def test_the_same_seed_and_touches_play_the_same_and_others_do_not() -> None:
    def piece(seed: int, touched: bool = False) -> list[tuple[float, str, float]]:
        score = make(seed)

        def touch(t_s: float) -> None:
            if touched and t_s == 12.0:
                score.remember(330.0)

        return [(t_s, part, note.frequency_hz) for t_s, part, note in heard(score, 4, touch)]

    assert piece(5) == piece(5)
    assert piece(5, touched=True) == piece(5, touched=True)
    assert piece(5, touched=True) != piece(5)
    assert [hz for _, _, hz in piece(5)] != [hz for _, _, hz in piece(6)]


@pytest.mark.parametrize("time", HOURS)
def test_every_hour_has_its_mode(time: str) -> None:
    wished = {"dawn": "lydian", "noon": "ionian", "dusk": "mixolydian", "night": "dorian"}
    score = make(scale="ionian", centre_moves_per_h=0.0)
    assert time_of(Signals(**HOURS[time])) == time
    heard(score, 0.1, **HOURS[time])
    assert score.now.tuning.ratios == SCALES[wished[time]]


def test_a_maker_writes_the_modes_and_what_is_not_written_is_the_scale() -> None:
    score = make(scale="dorian", modes={"night": "kumoi"})
    heard(score, 0.1, **HOURS["night"])
    assert score.now.tuning.ratios == SCALES["kumoi"]
    other = make(scale="dorian", modes={"night": "kumoi"})
    heard(other, 0.1, **HOURS["dawn"])
    assert other.now.tuning.ratios == SCALES["dorian"]


def test_as_the_hour_goes_the_mode_comes_by_a_chord_that_both_have() -> None:
    score = make(3, scale="ionian", centre_moves_per_h=0.0)
    heard(score, 3, **HOURS["noon"])
    before = score.now.tuning.cents(score.now.chord)
    changed = []

    def listen(_: float) -> None:
        nonlocal before
        if score.now.chord_begins:
            after = score.now.tuning.cents(score.now.chord)
            kept = sum(any(abs(a - b) < 1 for b in before) for a in after)
            changed.append((score.now.tuning.ratios, kept))
            before = after

    heard(score, 6, listen, **HOURS["dusk"])
    assert changed[-1][0] == SCALES["mixolydian"]
    assert all(kept >= 2 for _, kept in changed)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_centre_strays_a_fifth_and_comes_home_and_nothing_ever_lies_a_comma_off(seed: int) -> None:
    score = make(seed, scale="dorian", modes={}, centre_moves_per_h=20.0, chord_s=8.0)
    home_hz = Tuning(110.0, "dorian").base_hz
    strays, off = [], []

    def listen(_: float) -> None:
        if score.now.chord_begins:
            strays.append(score.now.tuning.base_hz / home_hz)
            tones = [2 ** (cents / 1200) for cents in score.now.sounding]
            off.extend(rub_cents(a, b) for a in tones for b in tones)

    heard(score, 40, listen)
    fifths = {round(math.log2(stray) % 1, 3) for stray in strays}
    assert fifths == {0.0, 0.415, 0.585}
    assert sum(a == 1.0 != b for a, b in pairwise(strays)) >= 3
    assert sum(b == 1.0 != a for a, b in pairwise(strays)) >= 3
    assert all(cents < 1 or cents > 60 for cents in off)


def test_a_centre_that_is_told_to_stay_stays() -> None:
    score = make(2, centre_moves_per_h=0.0)
    heard(score, 30)
    assert score.now.tuning.base_hz == pytest.approx(110.0)


def test_phrases_begin_where_breathing_out_begins_and_end_with_it() -> None:
    line = melody(heard(make(answer_ratio=0.0), 30))
    late_s = [(phrase[0][0] - BREATH_S / 2) % BREATH_S for phrase in phrases(line)]
    assert sum(late < 0.5 for late in late_s) > 0.9 * len(late_s)
    lasted_s = [phrase[-1][0] - phrase[0][0] for phrase in phrases(line)]
    assert 0.8 < sum(lasted_s) / len(lasted_s) / (BREATH_S / 2) < 1.2


def test_music_goes_on_when_nobody_breathes() -> None:
    assert {part for _, part, _ in heard(make(), 3, breath=0.0)} == {"chords", "marks", "melody"}


def test_settling_halves_the_melody_and_lowers_everything() -> None:
    def measured(settle: float) -> tuple[float, float, float]:
        played = [note for seed in (1, 2) for note in heard(make(seed), 25, settle=settle)]
        lines = [melody(played, part) for part in ("melody", "chords")]
        heights = [sum(math.log2(hz) for _, hz in line) / len(line) for line in lines]
        return len(lines[0]), heights[0], heights[1]

    (many, high, chords_high), (few, low, chords_low) = measured(0.0), measured(1.0)
    assert few / many == pytest.approx(0.5, abs=0.1)
    assert low < high - 0.25
    assert chords_low < chords_high - 0.05


def test_night_lies_lower_than_day() -> None:
    def middle(time: str) -> float:
        line = melody(heard(make(3, modes={}), 20, **HOURS[time]))
        return sum(math.log2(hz) for _, hz in line) / len(line)

    assert middle("night") < middle("noon") - 0.2


def test_the_melody_lies_as_high_as_it_is_asked_to() -> None:
    low, high = (
        sum(math.log2(hz) for _, hz in line) / len(line)
        for line in (melody(heard(make(3, height_ratio=ratio), 15)) for ratio in (0.1, 0.9))
    )
    assert high > low + 0.5


def test_only_the_parts_that_are_named_play() -> None:
    assert {part for _, part, _ in heard(make(parts=["marks"]), 5)} == {"marks"}
    assert heard(make(parts=[]), 2) == []


@pytest.mark.parametrize("kind", [*map(kind_of, models_in("worlds.format.voices", InstrumentModel))])
def test_every_instrument_can_take_every_part(kind: str) -> None:
    seats = {part: {"kind": kind} for part in ("chords", "marks", "melody", "answer")}
    played = heard(make(answer_ratio=1.0, **seats), 3)
    assert {part for _, part, _ in played} == set(seats)


def test_no_phrase_comes_twice_over_the_same_chord_within_an_hour() -> None:
    """So nothing loops: parts that are alike never come to lie alike again."""
    score = make(7)
    over = {}

    def listen(t_s: float) -> None:
        over[round(t_s, 1)] = tuple(score.now.chord.tolist())

    line = melody(heard(score, 61, listen))
    pairs = [
        (over[round(phrase[0][0] + 0.05, 1)], tuple(round(hz) for _, hz in phrase))
        for phrase in phrases(line)
        if len(phrase) > 3
    ]
    assert len(pairs) > 60
    assert len(pairs) - len(set(pairs)) <= 1


def test_roots_of_any_octave_are_brought_to_the_same_one() -> None:
    assert 73.0 <= Tuning(440.0, "dorian").base_hz < 146.1
    assert Tuning(30.0, "dorian").base_hz == pytest.approx(120.0)
    assert Tuning(110.0, "dorian", 1).base_hz == pytest.approx(82.5)


def test_the_makers_reference_tells_the_modes_of_every_scale() -> None:
    rows = DOCUMENT.read_text("utf-8")
    for scale, kin in KIN.items():
        assert f"| `{scale}` | {' | '.join(kin)} |" in rows
    assert set(KIN) == set(SCALES) == set(get_args(ScaleName))
