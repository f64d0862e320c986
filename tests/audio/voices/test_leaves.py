"""Leaves under a hand: they rustle while it moves, and come to rest."""

from __future__ import annotations

from collections.abc import Iterator

from audio.voice import Note
from tests.audio.voices.measure import band, rms
from tests.tools.voice_clip import build, clip, no_notes


def stroked(since_s: float, _: float) -> Iterator[Note]:
    if 2.0 <= since_s < 5.0:
        yield Note(220.0, 0.6)


def test_a_hand_drawn_through_leaves_rustles_them_and_they_come_to_rest() -> None:
    samples = clip(build("leaves", 3, speed_m_s=0.0), 9, notes=stroked)
    before, while_drawn, after = (samples[:, a * 48000 : b * 48000] for a, b in ((0, 2), (3, 5), (8, 9)))
    assert rms(before) == 0.0
    assert rms(while_drawn) > 0.02
    assert rms(after) < 1e-3 * rms(while_drawn)
    assert rms(band(while_drawn, 1000, 7000)) > 0.8 * rms(while_drawn.mean(axis=0))  # no wind is heard in it


def test_a_hand_adds_to_the_wind_in_them() -> None:
    still, felt = (clip(build("leaves", 4, speed_m_s=3.0), 6, notes=notes) for notes in (no_notes, stroked))
    assert rms(felt[:, 3 * 48000 : 5 * 48000]) > 1.2 * rms(still[:, 3 * 48000 : 5 * 48000])
