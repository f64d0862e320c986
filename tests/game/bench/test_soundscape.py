"""The soundscape that csound and our engine are measured with: the same notes in both."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from audio.ensemble import Ensemble
from audio.voice import BLOCK, SAMPLE_RATE_HZ, Instrument, Note
from game.bench import peers, sound
from game.export.visit import Visit
from worlds.reading import read_world

BENCH = Path(str(files("game.bench")))
RELEASE_S = 7.0
Tone = tuple[str, float, float, float]
"""Instrument, start, length (of the bowl: none) and pitch."""


def ours(monkeypatch: pytest.MonkeyPatch) -> list[Tone]:
    """What our score has pad and bowl play, notes of a tone that sounds already as part of it."""
    visit = Visit(read_world(BENCH / "soundscape"), sound.SEED, sound.HOUR)
    ensemble = Ensemble(visit.world, sound.SEED, SAMPLE_RATE_HZ, BLOCK)
    played: list[tuple[str, float, float, float]] = []
    now_s, step_s = 0.0, BLOCK / SAMPLE_RATE_HZ

    def play(instrument: Instrument[Any], note: Note) -> None:
        start_s = now_s + note.delay_s
        played.append((instrument.setup.name, start_s, start_s + note.duration_s, note.frequency_hz))

    monkeypatch.setattr(ensemble, "_play", play)
    for index in range(int(66 / step_s)):
        now_s = index * step_s
        ensemble.advance(visit.source.at(now_s), step_s)
    return merged(played)


def merged(played: list[Tone]) -> list[Tone]:
    """Tones from first to last, each with the release it ends in."""
    tones: list[Tone] = []
    for name, start_s, end_s, hz in played:
        alike = [tone for tone in tones if tone[3] == hz and tone[0] == "Pad" and start_s < tone[1] + tone[2]]
        if name == "score/bowl":
            tones.append(("Bowl", start_s, 0.0, hz))
        elif alike:
            _, first_s, length_s, _ = alike[-1]
            tones[tones.index(alike[-1])] = ("Pad", first_s, max(length_s, end_s + RELEASE_S - first_s), hz)
        else:
            tones.append(("Pad", start_s, end_s + RELEASE_S - start_s, hz))
    return tones


def theirs() -> list[Tone]:
    lines = re.findall(r'^i "(Pad|Bowl)" ([\d.]+) ([\d.]+) ([\d.]+)$', (BENCH / "soundscape.csd").read_text(), re.M)
    return [(name, float(at), float(length) if name == "Pad" else 0.0, float(hz)) for name, at, length, hz in lines]


def test_csound_plays_the_notes_of_our_score(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = [tone for tone in ours(monkeypatch) if tone[1] < peers.CSOUND_S]
    assert [tone[0] for tone in theirs()] == [tone[0] for tone in asked]
    for given, wanted in zip(theirs(), asked, strict=True):
        assert given[1] == pytest.approx(wanted[1], abs=0.1)
        assert given[2] == pytest.approx(wanted[2], abs=0.2)
        assert given[3] == pytest.approx(wanted[3], abs=0.01)


def test_as_much_of_ours_is_left_out_as_of_csounds() -> None:
    assert pytest.approx(peers.WARM_S, rel=0.1) == sound.WARM_BLOCKS * BLOCK / SAMPLE_RATE_HZ
