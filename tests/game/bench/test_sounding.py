"""The measurement of sound: its shape, its least and worst, and that what fails costs only its own figure."""

from __future__ import annotations

import json
from itertools import cycle
from typing import Any

import pytest

from game.bench import sounding, voices
from game.machine.probe import Answer
from worlds.catalogue import entries

RATES = {2048: cycle([50.0, 60.0, 55.0]), 1024: cycle([40.0])}

STALLS = iter(range(1000))
"""Each round another block is held up."""


def told(module: str, _: str, *arguments: Any, **_options: object) -> Answer:
    """Stands in for every process: a voice that hangs, a world that is broken, and whole ones."""
    if module.endswith("voices"):
        return Answer(None, "no answer") if arguments == ("wind",) else Answer({arguments[0]: 123.456789})
    folder, block = arguments[0], arguments[1] if len(arguments) > 1 else 2048
    if folder.endswith("zen_garden"):
        return Answer(None, "it broke")
    ratios = [0.01] * 2000 + [0.02] * 15 + [0.2]
    ratios[next(STALLS)] = 0.9
    rate = 100.0 if folder.endswith("soundscape") else next(RATES[block]) - 5.0 * folder.endswith("dusk_lake")
    return Answer({"sound_rate": rate, "block_ratio": ratios, "sound_memory_mb": 80.0})


def test_the_answer_has_the_promised_shape(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sounding, "ask", told)
    monkeypatch.setattr(sounding.peers, "SOUND", {"csound_rate": lambda _: 40.0, "scsynth_rate": lambda _: None})
    notes: list[str] = []
    found = json.loads(json.dumps(sounding.measure(entries(), True, notes.append), allow_nan=False))
    assert found["voices"]["wind"] is None
    assert found["voices"]["pad"] == 123.5
    rows = {row["id"]: row for row in found["worlds"]}
    lake = rows["dusk_lake"]
    assert lake["core_ratio"] == pytest.approx(1 / lake["sound_rate"], rel=1e-3)
    assert [block["samples"] for block in lake["blocks"]] == [2048, 1024]
    assert lake["blocks"][0] == {
        "samples": 2048,
        "sound_rate": lake["sound_rate"],
        "p50_ratio": 0.01,
        "p99_ratio": 0.01,
        "p99_9_ratio": 0.02,
        "max_ratio": 0.2,
    }
    assert rows["zen_garden"]["sound_rate"] is None
    assert found["fullest"] == "dusk_lake"
    assert found["peers"] == {"soundscape_rate": 100.0, "csound_rate": 40.0, "scsynth_rate": None}
    assert {note for note in notes if "measured" in note} == {
        "wind: no sound measured: no answer",
        "zen_garden: no sound measured: it broke",
    }


def test_every_audition_of_a_voice_is_really_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(voices, "SECONDS", 1.0)
    monkeypatch.setattr(voices, "WARM_S", 0.1)
    found = voices.measure("wind")
    assert set(found) >= {"wind", "wind/pines", "wind/grass"}
    assert all(rate > 1.0 for rate in found.values())
