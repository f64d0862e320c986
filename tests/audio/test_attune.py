"""What has a pitch of its own keeps to the score: to its scale, and to its centre as that wanders."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from audio import audition as hearing
from audio.ensemble import Ensemble
from audio.score.tuning import Tuning
from audio.voice import Audition, Note, Voice
from audio.voices.drone import DroneVoice
from tests.audio.voices.measure import band, cents, envelope, peak_hz, rms
from tests.audio.worlds import BLOCK, HALF, RATE, world
from tests.tools.voice_clip import build

HOME, AWAY, NIGHT = Tuning(110.0, "pentatonic"), Tuning(110.0, "pentatonic", 1), Tuning(110.0, "minor_pentatonic")


def going_on(voice: Voice[Any], seconds: float) -> NDArray[np.float32]:
    blocks = hearing.blocks(voice, hearing.over_time(Audition()))
    return np.concatenate([block.copy() for block in islice(blocks, int(seconds * 48000 / 1024))], axis=1)


@pytest.mark.parametrize(
    ("pitch_hz", "tuning", "wanted_hz"),
    [(55.0, HOME, 55.0), (55.0, AWAY, 41.25), (82.5, AWAY, 61.875), (55.0, Tuning(110.0, "dorian", -1), 73.333)],
)
def test_a_drone_goes_where_the_centre_goes(pitch_hz: float, tuning: Tuning, wanted_hz: float) -> None:
    voice = build("drone", 3, pitch_hz=pitch_hz, attack_s=1.0, swell_ratio=1.0)
    going_on(voice, 2)
    voice.attune(tuning)
    going_on(voice, 5)
    samples = going_on(voice, 12)
    assert abs(cents(peak_hz(samples, 2 * wanted_hz), 2 * wanted_hz)) < 4
    if wanted_hz != pitch_hz:
        stayed = band(samples, 2 * pitch_hz * 0.97, 2 * pitch_hz * 1.03)
        assert rms(stayed) < 0.05 * rms(band(samples, 2 * wanted_hz * 0.97, 2 * wanted_hz * 1.03))


def test_a_drone_goes_over_without_a_hole_or_a_click_and_comes_home() -> None:
    voice = build("drone", 3, attack_s=1.0, swell_ratio=1.0, beat_hz=0.3)
    heard = [going_on(voice, 3)]
    for tuning in (AWAY, HOME, AWAY, HOME):
        voice.attune(tuning)
        heard.append(going_on(voice, 3))
    level = envelope(np.concatenate(heard, axis=1).mean(axis=0), 0.2)
    assert level.min() > 0.2 * level.max()
    assert abs(np.diff(np.concatenate(heard, axis=1), axis=1)).max() < 0.02
    assert abs(cents(peak_hz(going_on(voice, 12)[:, 96000:], 110.0), 110.0)) < 4


def test_a_drone_that_is_silent_of_itself_lets_no_note_go_as_the_centre_moves() -> None:
    voice = build("drone", 3, steady_ratio=0.0, attack_s=1.0, swell_ratio=1.0)
    assert isinstance(voice, DroneVoice)
    for hz in (61.875, 73.333, 97.778):
        voice.play(Note(hz, 0.5, duration_s=60.0))
    going_on(voice, 5)
    voice.attune(AWAY)
    going_on(voice, 5)
    assert sorted(tone.hz for tone in voice._tones if tone.level > 0.0) == [61.875, 73.333, 97.778]
    assert voice._own.is_at(41.25)


def test_a_drones_tones_are_told_apart_though_they_be_alike() -> None:
    voice = build("drone", 3, steady_ratio=0.0, attack_s=1.0, swell_ratio=1.0)
    assert isinstance(voice, DroneVoice)
    going_on(voice, 0.1)
    voice._tones[1] = replace(voice._own)
    voice.play(Note(73.333, 0.5, duration_s=60.0))
    going_on(voice, 2)
    assert abs(cents(peak_hz(going_on(voice, 8), 146.667), 146.667)) < 4


def in_tune_ratio(samples: NDArray[np.float32], tuning: Tuning) -> float:
    """How much of the power of a chime's lowest modes lies within 25 cents of the notes of a tuning."""
    power = np.abs(np.fft.rfft(samples.mean(axis=0) * np.hanning(samples.shape[1]))) ** 2
    hz = np.fft.rfftfreq(samples.shape[1], 1 / 48000)
    inside = (hz > 400) & (hz < 1000)
    place = 1200 * np.log2(hz[inside] / 110.0)
    notes = [1200 * np.log2(float(ratio) * 1.5**tuning.fifths) for ratio in tuning.ratios]
    away = np.min([np.abs((place - note + 600) % 1200 - 600) for note in notes], axis=0)
    return float(power[inside][away < 25].sum() / power[inside].sum())


@pytest.mark.parametrize("tuning", [HOME, AWAY, NIGHT])
def test_a_chimes_tubes_keep_to_the_score(tuning: Tuning) -> None:
    voice = build("chime", 2, speed_m_s=8.0, ring_s=3.0)
    assert in_tune_ratio(going_on(voice, 15), HOME) > 0.97
    voice.attune(tuning)
    going_on(voice, 4)
    samples = going_on(voice, 15)
    assert in_tune_ratio(samples, tuning) > 0.97
    if tuning is not HOME:
        assert in_tune_ratio(samples, HOME) < 0.8


def test_a_chime_is_hushed_softly_to_be_retuned() -> None:
    def highs(tunings: list[Tuning]) -> NDArray[np.float64]:
        voice = build("chime", 2, speed_m_s=6.0, ring_s=20.0, clapper_ms=100.0)
        heard = [going_on(voice, 3)]
        for tuning in tunings:
            voice.attune(tuning)
            heard.append(going_on(voice, 1.5))
        return envelope(band(np.concatenate(heard, axis=1), 6000, 20000), 0.01)

    assert highs([NIGHT, AWAY, HOME, NIGHT]).max() < 1.2 * highs([HOME] * 4).max()


def test_an_interval_bell_is_struck_at_the_nearest_note() -> None:
    voice = build("interval_bell", every_s=15.0, pitch_hz=170.0)
    voice.attune(HOME)
    assert abs(cents(peak_hz(going_on(voice, 20)[:, 15 * 48000 :], 165.0), 165.0)) < 12


def test_the_score_tells_every_voice_where_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    score = {"centre_moves_per_h": 30.0, "chord_s": 8.0, "modes": {}, "scale": "dorian"}
    ensemble = Ensemble(world(voice=[{"kind": "drone"}, {"kind": "chime"}], score=score), 3, RATE, BLOCK)
    told: list[int] = []
    monkeypatch.setattr(ensemble.strips[0].voice, "attune", lambda tuning: told.append(tuning.fifths))
    for _ in range(int(900 * RATE / BLOCK)):
        ensemble.advance(HALF, BLOCK / RATE)
    assert told[0] == 0
    assert {0} < set(told)
