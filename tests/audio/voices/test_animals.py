"""Crickets keep Dolbear's clock; the owl keeps its order."""

from __future__ import annotations

import numpy as np
import pytest

from audio.voices.owl import OwlVoice
from tests.audio.voices.measure import band, envelope, modulation_peak_hz, peak_hz, rms
from tests.tools.voice_clip import BLOCK, RATE_HZ, build, clip
from worlds.signals import Signals

NOON = Signals(hour=12.0, sun_height=1.0)
NIGHT = Signals(hour=0.5, sun_height=-0.9, daylight=0.0)


@pytest.mark.parametrize("temperature_c", [18.0, 25.0, 30.0])
def test_snowy_tree_crickets_tell_the_temperature(temperature_c: float) -> None:
    samples = clip(build("crickets", 4, singers=2, temperature_c=temperature_c, activity_ratio=1.0), 25)
    snowy = band(samples, 2300, 3300)
    in_13_s = (temperature_c * 9 / 5 + 32) - 40
    assert modulation_peak_hz(snowy, 1.0, 5.0, 0.01) == pytest.approx(in_13_s / 13, rel=0.1)


@pytest.mark.parametrize("temperature_c", [20.0, 25.0])
def test_wing_strokes_quicken_with_the_warmth(temperature_c: float) -> None:
    samples = clip(build("crickets", 4, singers=2, temperature_c=temperature_c, activity_ratio=1.0), 20)
    wanted = 52.0 * (temperature_c + 2.0) / 27.0
    assert modulation_peak_hz(band(samples, 2300, 3300), 35, 70) == pytest.approx(wanted, rel=0.06)


def test_pitch_rises_with_the_warmth() -> None:
    cold, warm = (
        clip(build("crickets", 4, singers=2, temperature_c=temperature_c, activity_ratio=1.0), 10)
        for temperature_c in (15.0, 30.0)
    )
    assert peak_hz(warm, 2950.0, 0.15) > 1.1 * peak_hz(cold, 2500.0, 0.12)


def test_field_crickets_sing_between_four_and_five_kilohertz() -> None:
    samples = clip(build("crickets", 4, singers=1, temperature_c=25.0, activity_ratio=1.0), 10)
    assert 4000 < peak_hz(samples, 4500.0, 0.15) < 5000


def test_crickets_sing_by_night_and_not_by_day() -> None:
    night, noon = (clip(build("crickets"), 10, lambda _, s=s: s) for s in (NIGHT, NOON))
    assert rms(night) > 0.01
    assert rms(noon) < 1e-4


def test_the_owl_calls_by_night_only_in_its_own_order() -> None:
    night, noon = (clip(build("owl", 2, every_s=20.0), 45, lambda _, s=s: s) for s in (NIGHT, NOON))
    assert rms(noon) == 0.0
    level = envelope(band(night, 500, 1200), 0.02)
    loud = level > 0.06 * level.max()
    edges = np.flatnonzero(np.diff(np.concatenate([[0], loud.astype(int), [0]]))) * 0.02
    notes = edges.reshape(-1, 2)
    notes = notes[notes[:, 1] - notes[:, 0] > 0.06]
    first, second, third = notes[:3]
    assert 2.0 < second[0] - first[1] < 4.2
    assert second[1] - second[0] < 0.35 < third[1] - third[0]
    assert third[0] - second[1] < 0.9
    assert 700 < peak_hz(night, 820.0, 0.2) < 950


def test_the_owl_calls_less_often_in_wind() -> None:
    def calls(wind: float) -> int:
        samples = clip(build("owl", 4, every_s=20.0), 300, lambda _: Signals(daylight=0.0, wind=wind))
        level = envelope(band(samples, 500, 1200), 1.0)
        return int((np.diff((level > 0.05 * level.max()).astype(int)) > 0).sum())

    assert calls(1.0) < 0.75 * calls(0.2)


def test_no_owl_begins_a_song_before_the_last_and_its_answer_are_over(monkeypatch: pytest.MonkeyPatch) -> None:
    voice = build("owl", 5, every_s=10.0)
    assert isinstance(voice, OwlVoice)
    planned, songs = list[float](), list[int]()
    monkeypatch.setattr(voice._notes, "let_go", lambda start, *_: planned.append(start / RATE_HZ))
    voice.follow(NIGHT)
    out = np.zeros((2, BLOCK), np.float32)
    for _ in range(int(240 * RATE_HZ / BLOCK)):
        voice.render(out)
        if planned:
            songs.append(len(planned))
            # His last note takes nearly two seconds, hers a third of one.
            assert voice._wait_s > planned[-1] + (2.0 if len(planned) == 3 else 0.5)
            planned.clear()
    assert len(songs) > 10
    assert max(songs) > 3
