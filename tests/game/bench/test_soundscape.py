"""The soundscape that csound, scsynth and our engine are measured with: the same notes in all."""

from __future__ import annotations

import re
import struct
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from audio.ensemble import Ensemble
from audio.voice import BLOCK, SAMPLE_RATE_HZ, Instrument, Note
from game.bench import peers, sound
from game.bench.soundscape_scsynth import notes, score
from game.bench.supercollider import AUDIO, Graph, at, message
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
        if name == "score/marks":
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
    asked = sorted((tone for tone in ours(monkeypatch) if tone[1] < peers.SOUNDSCAPE_S), key=lambda tone: tone[1])
    assert [tone[0] for tone in theirs()] == [tone[0] for tone in asked]
    for given, wanted in zip(theirs(), asked, strict=True):
        assert given[1] == pytest.approx(wanted[1], abs=0.1)
        assert given[2] == pytest.approx(wanted[2], abs=0.2)
        assert given[3] == pytest.approx(wanted[3], abs=0.01)


def test_scsynth_plays_the_notes_of_csound() -> None:
    played = [(name.capitalize(), at, length if name == "pad" else 0.0, hz) for name, at, length, hz in notes()]
    assert played == theirs()
    whole = score(float(peers.SOUNDSCAPE_S))
    assert whole.count(b"/s_new") == len(played) + len(("wind", "rain", "out"))


def test_a_graph_is_written_as_scsynth_reads_it() -> None:
    graph = Graph("x", {"hz": 2.0})
    graph.out(3, graph.unit("SinOsc", AUDIO, graph["hz"], 3.0))
    control = b"\x07Control" + b"\0" + struct.pack(">iih", 0, 1, 0) + b"\0"
    sine = b"\x06SinOsc" + b"\x02" + struct.pack(">iih4i", 2, 1, 0, 0, 0, -1, 0) + b"\x02"
    out = b"\x03Out" + b"\x02" + struct.pack(">iih4i", 2, 0, 0, -1, 0, 1, 0)
    head = b"SCgf" + struct.pack(">ih", 2, 1) + b"\x01x" + struct.pack(">ififi", 1, 3.0, 1, 2.0, 1)
    assert graph.definition() == head + b"\x02hz" + struct.pack(">ii", 0, 3) + control + sine + out + b"\0\0"


def test_commands_are_written_as_osc() -> None:
    said = message("/ab", 1, 0.5, "name", b"12345")
    assert said == b"/ab\0,ifsb\0\0\0\0\0\0\x01?\0\0\0name\0\0\0\0\0\0\0\x0512345\0\0\0"
    head = b"#bundle\0" + struct.pack(">IIi", 1, 2**31, len(said))
    assert at(1.5, said) == struct.pack(">i", len(head) + len(said)) + head + said
