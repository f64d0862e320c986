"""A flock comes and goes; in each pair gander and goose call by turns, he in two syllables that rise."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from audio.voices.geese import GeeseVoice, _Pair
from audio.voices.goosecalls import gander, goose, throats
from tests.audio.voices.measure import RATE_HZ, band, envelope, rms
from tests.tools.voice_clip import build, clip


def test_ganders_are_lower_than_their_geese_and_both_between_300_and_600_hz() -> None:
    for seed in range(30):
        his, hers = throats(np.random.default_rng(seed))
        assert 300 < his.hz < hers.hz < 600


def test_he_calls_in_two_rising_syllables_and_she_in_one_that_is_shorter() -> None:
    lengths_s = []
    for seed in range(6):
        chance = np.random.default_rng(seed)
        his, hers = throats(chance)
        for throat, call in ((his, gander), (hers, goose)):
            level = envelope(call(throat, RATE_HZ, chance), 0.01)
            lengths_s.append(0.01 * float((level > 0.25 * level.max()).sum()))
    his_s, hers_s = np.array(lengths_s).reshape(-1, 2).T
    assert 0.15 < np.mean(hers_s) < np.mean(his_s) < 0.36


def test_gander_and_goose_take_turns_on_the_beat_of_their_wings(monkeypatch: pytest.MonkeyPatch) -> None:
    voice = build("geese", 4, every_s=10.0, crossing_s=60.0)
    assert isinstance(voice, GeeseVoice)
    called, call = list[tuple[_Pair, bool, float]](), voice._call

    def logged(pair: _Pair) -> None:
        called.append((pair, pair.ganders_turn, voice._at_s + pair.wait_s))
        call(pair)

    monkeypatch.setattr(voice, "_call", logged)
    clip(voice, 60)
    for pair in voice._pairs:
        turns = [(his, at_s) for caller, his, at_s in called if caller is pair]
        assert len(turns) > 6
        assert all(a[0] != b[0] for a, b in itertools.pairwise(turns))
        beats = np.diff([at_s for _, at_s in turns]) / pair.beat_s
        assert np.median(np.abs(beats - np.round(beats))) < 0.15


def test_a_flock_swells_crosses_and_is_gone() -> None:
    voice = build("geese", 5, every_s=400.0, crossing_s=40.0, pairs=8)
    assert isinstance(voice, GeeseVoice)
    voice._wait = 0.02
    samples = clip(voice, 70)
    left, right = (envelope(channel, 2.0) for channel in samples)
    both = np.hypot(left, right)
    heard = np.flatnonzero(both > 0.02 * both.max())
    third = len(heard) // 3
    lean = (right - left)[heard] / both[heard]
    assert np.sign(np.median(lean[:third])) == -np.sign(np.median(lean[-third:]))
    assert both[heard[third:-third]].mean() > 1.5 * both[heard[:third]].mean()
    assert both[-4:].max() == 0.0


def test_far_geese_have_no_highs() -> None:
    samples = clip(build("geese", 6, every_s=10.0), 40)
    assert rms(band(samples, 250, 2500)) > 0.9 * rms(samples.mean(axis=0))


def test_none_come_where_none_are_wanted() -> None:
    assert rms(clip(build("geese", 7, every_s=10.0, activity_ratio=0.0), 40)) == 0.0


def test_a_visit_does_not_begin_with_a_flock_where_they_are_rare() -> None:
    assert not any(clip(build("geese", seed, every_s=400.0), 19).any() for seed in range(8))
    assert clip(build("geese", 9, every_s=20.0), 60).any()
