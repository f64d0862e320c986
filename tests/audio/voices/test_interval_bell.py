"""The bell comes when the maker says, for hours, and softly."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from audio.voices.interval_bell import IntervalBellVoice
from tests.audio.voices.measure import RATE_HZ, cents, peak_hz, rise_s, rms
from tests.tools.voice_clip import BLOCK, build, clip
from worlds.signals import Signals

BLOCK_S = BLOCK / RATE_HZ


def struck_s(voice: object, blocks: int, monkeypatch: pytest.MonkeyPatch) -> NDArray[np.float64]:
    """When it is struck, without the sound of it."""
    assert isinstance(voice, IntervalBellVoice)
    begun, now = list[float](), [0.0]
    monkeypatch.setattr(voice._bowl, "play", lambda note: begun.append(now[0] + note.delay_s))
    monkeypatch.setattr(voice._bowl, "render", lambda _: None)
    out = np.zeros((2, BLOCK), np.float32)
    for index in range(blocks):
        now[0] = index * BLOCK_S
        voice.follow(Signals())
        voice.render(out)
    return np.array(begun)


def test_it_keeps_the_clock_for_hours(monkeypatch: pytest.MonkeyPatch) -> None:
    times = struck_s(build("interval_bell", every_s=300.0), int(3 * 3600 / BLOCK_S), monkeypatch)
    assert times == pytest.approx(300.0 * np.arange(1, len(times) + 1), abs=0.001)
    assert len(times) == 35 or len(times) == 36


def test_a_loose_bell_cannot_be_awaited(monkeypatch: pytest.MonkeyPatch) -> None:
    times = struck_s(build("interval_bell", every_s=60.0, loose_ratio=0.5), int(3600 / BLOCK_S), monkeypatch)
    gaps = np.diff(times)
    assert gaps.min() > 29.9
    assert gaps.max() < 90.1
    assert gaps.std() > 8.0


def test_several_strokes_come_seven_seconds_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    times = struck_s(build("interval_bell", every_s=60.0, strokes=3), int(70 / BLOCK_S), monkeypatch)
    assert times == pytest.approx([60.0, 67.0, 74.0][: len(times)], abs=0.001)
    assert len(times) >= 2


@pytest.mark.parametrize("loose_ratio", [0.0, 0.5])
def test_no_stroke_is_lost_however_dense_they_are(loose_ratio: float, monkeypatch: pytest.MonkeyPatch) -> None:
    voice = build("interval_bell", every_s=15.0, strokes=5, loose_ratio=loose_ratio)
    times = struck_s(voice, int(1200 / BLOCK_S), monkeypatch)
    assert len(times) == pytest.approx(5 * 80, abs=5 + 60 * loose_ratio)
    assert np.diff(times).min() > 1.4
    if not loose_ratio:
        assert np.diff(times) == pytest.approx(3.0, abs=0.001)


def test_it_rings_as_a_bowl_of_its_pitch_softly() -> None:
    samples = clip(build("interval_bell", every_s=15.0, pitch_hz=220.0), 22)
    assert rms(samples[:, : 14 * RATE_HZ]) == 0.0
    rung = samples[:, int(14.9 * RATE_HZ) :]
    assert abs(cents(peak_hz(rung, 220.0), 220.0)) < 10
    assert abs(cents(peak_hz(rung, 220.0 * 2.778), 220.0 * 2.778)) < 10
    assert rise_s(rung) > 0.05


def test_softly_struck_is_softer() -> None:
    firm, soft = (rms(clip(build("interval_bell", every_s=15.0, softness_ratio=soft), 20)) for soft in (0.0, 1.0))
    assert firm > 3.0 * soft
