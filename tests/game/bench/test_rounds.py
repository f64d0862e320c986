"""The measurement: its shape, and that what is missing is told as missing."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys

import pytest

from game.bench import peers, picture, rounds, sound
from game.bench.rounds import Readings, another, measure
from game.machine.probe import Answer
from worlds.catalogue import entries

KEYS = {
    *("id", "frame_ms_median", "frame_ms_p95", "python_ms", "sound_rate", "block_p99_9_ratio"),
    *("memory_mb", "first_frame_s", "complete_s", "change_world_s"),
}


def test_the_answer_has_the_promised_shape(monkeypatch: pytest.MonkeyPatch) -> None:
    """With everything stood in for but the arithmetic, and a world that could not be measured."""

    def told(module: str, _: str, folder: str, *_more: str, **_options: float) -> object:
        value = {"frame_ms": [3.0, 1.0, 2.0], "python_ms": [0.5], "memory_mb": 100.0, "change_world_s": 1.0}
        heard = {"sound_rate": 50.0, "block_ratio": [0.1] * 2000 + [0.9], "sound_memory_mb": 40.0}
        broken = folder.endswith("zen_garden")
        return Answer(None if broken else value if module.endswith("picture") else heard, "it broke")

    monkeypatch.setattr(rounds, "ask", told)
    monkeypatch.setattr(rounds.start, "empty_window_s", lambda _: 0.5)
    monkeypatch.setattr(rounds.start, "opening_s", lambda *_: {})
    monkeypatch.setattr(rounds.peers, "csound_rate", lambda: 40.0)
    monkeypatch.setattr(rounds.peers, "glmark2_ms", lambda *_: None)
    notes: list[str] = []
    found = json.loads(json.dumps(measure(entries(), entries(), True, notes.append), allow_nan=False))
    lake = next(world for world in found["worlds"] if world["id"] == "dusk_lake")
    assert set(lake) >= KEYS
    assert (lake["frame_ms_median"], lake["frame_ms_p95"], lake["memory_mb"]) == (2.0, 3.0, 140.0)
    assert lake["block_p99_9_ratio"] == 0.1
    assert lake["block_max_ratio"] == 0.9
    garden = next(world for world in found["worlds"] if world["id"] == "zen_garden")
    assert garden["frame_ms_median"] is None
    assert any("zen_garden: no picture measured: it broke" in note for note in notes)
    assert set(found["peers"]) >= {"glmark2_terrain_ms", "glmark2_blur_ms", "csound_rate"}
    assert found["peers"]["glmark2_blur_ms"] is None


def test_a_picture_is_really_measured_in_a_process_of_its_own() -> None:
    code = (
        "import sys, json\nfrom game.bench import picture\npicture.SIZE_PX, picture.FRAMES = (64, 36), 3\n"
        "print(json.dumps(picture.measure(*sys.argv[1:])))"
    )
    lake, rain = (str(world.folder) for world in entries()[:2])
    path = os.pathsep.join(filter(None, sys.path))
    environment = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "ARCADE_HEADLESS")}
    told = subprocess.run(
        [sys.executable, "-c", code, lake, rain],
        env={**environment, "PYTHONPATH": path},
        stdout=subprocess.PIPE,
        check=True,
    )
    found = json.loads(told.stdout)
    assert len(found["frame_ms"]) == len(found["python_ms"]) == 3
    assert min(found["frame_ms"]) > 0
    assert found["memory_mb"] > 50
    assert found["change_world_s"] > 0


def test_sound_is_really_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sound, "SECONDS", 1.0)
    folder = str(entries()[0].folder)
    heard = sound.measure(folder)
    assert heard["sound_rate"] > 0
    assert len(heard["block_ratio"]) > 10
    assert picture.memory_mb() > 10


def test_quantiles_are_readings() -> None:
    readings = Readings()
    readings.take({"a": [float(n) for n in range(1, 1001)], "b": None})
    assert readings.median("a") == 500.5
    assert readings.quantile("a", 0.95) == 951
    assert readings.median("b") is None


def test_the_world_changed_to_is_another_one() -> None:
    shelf = entries()
    assert [another(world, shelf).id for world in shelf] == [world.id for world in [*shelf[1:], shelf[0]]]


def test_csound_takes_our_soundscape_where_it_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(peers, "CSOUND_S", 5)
    assert (peers.csound_rate() is None) == (shutil.which("csound") is None)
