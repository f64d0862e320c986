"""The measurement: its shape, and that what is missing is told as missing."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

import pytest

from game.bench import peers, picture, rounds, sound, start
from game.bench.home import empty_home
from game.bench.limits import output_of
from game.bench.readings import Readings
from game.bench.rounds import another, measure
from game.machine.probe import Answer
from worlds.catalogue import entries

KEYS = {
    *("id", "frame_ms_median", "frame_ms_p95", "python_ms", "sound_rate", "block_p99_9_ratio"),
    *("memory_mb", "first_frame_s", "complete_s", "change_world_s"),
}


def test_the_answer_has_the_promised_shape(monkeypatch: pytest.MonkeyPatch) -> None:
    """With everything stood in for but the arithmetic, and a world that could not be measured."""

    def told(module: str, _: str, folder: str, *_more: str, **_options: object) -> object:
        value = {"frame_ms": [3.0, 1.0, 2.0], "python_ms": [0.5], "memory_mb": 100.0, "change_world_s": 1.0}
        heard = {"sound_rate": 50.0, "block_ratio": [0.1] * 2000 + [0.9], "sound_memory_mb": 40.0}
        broken = folder.endswith("zen_garden")
        return Answer(None if broken else value if module.endswith("picture") else heard, "it broke")

    monkeypatch.setattr(rounds, "ask", told)
    monkeypatch.setattr(rounds.start, "empty_window_s", lambda _: 0.5)
    before = set[str]()

    def opened(folder: str, _: object) -> dict[str, float]:
        """The first start of each world takes longer than those after it."""
        first = folder not in before
        before.add(folder)
        return {"first_frame_s": 0.5, "complete_s": 9.0 if first else 1.0}

    monkeypatch.setattr(rounds.start, "opening_s", opened)
    monkeypatch.setattr(rounds, "any_screen", lambda: nullcontext(":7"))
    monkeypatch.setattr(rounds.peers, "SOUND", {"csound_rate": lambda _: 40.0})
    monkeypatch.setattr(rounds.peers, "glmark2_ms", lambda *_: None)
    notes: list[str] = []
    found = json.loads(json.dumps(measure(entries(), entries(), True, notes.append), allow_nan=False))
    lake = next(world for world in found["worlds"] if world["id"] == "dusk_lake")
    assert set(lake) >= KEYS
    assert (lake["frame_ms_median"], lake["frame_ms_p95"], lake["memory_mb"]) == (2.0, 3.0, 140.0)
    assert lake["block_p99_9_ratio"] == 0.1
    assert lake["block_max_ratio"] == 0.9
    assert (lake["first_start_complete_s"], lake["complete_s"]) == (9.0, 1.0)
    garden = next(world for world in found["worlds"] if world["id"] == "zen_garden")
    assert garden["frame_ms_median"] is None
    assert any("zen_garden: no picture measured: it broke" in note for note in notes)
    assert set(found["peers"]) >= {"glmark2_terrain_ms", "glmark2_blur_ms", "csound_rate"}
    assert found["peers"]["glmark2_blur_ms"] is None


def test_a_picture_is_really_measured_in_a_process_of_its_own(tmp_path: Path) -> None:
    code = (
        "import sys, json\nfrom game.bench import picture\npicture.SIZE_PX, picture.FRAMES = (64, 36), 3\n"
        "print(json.dumps(picture.measure(*sys.argv[1:])))"
    )
    lake, rain = (str(world.folder) for world in entries()[:2])
    path = os.pathsep.join(filter(None, sys.path))
    environment = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "ARCADE_HEADLESS")}
    told = subprocess.run(
        [sys.executable, "-c", code, lake, rain],
        env={**environment, "PYTHONPATH": path, "XDG_CACHE_HOME": str(tmp_path)},
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


@pytest.mark.parametrize("program", ["csound", "scsynth"])
def test_a_peer_takes_our_soundscape_where_it_is_installed(program: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(peers, "SOUNDSCAPE_S", 24)
    notes: list[str] = []
    rate = peers.SOUND[f"{program}_rate"](notes.append)
    absent = shutil.which(program) is None
    assert (rate is None) == absent
    assert notes == ([f"{program}: it is not installed"] if absent else [])


def test_two_packs_of_one_id_have_a_row_each(monkeypatch: pytest.MonkeyPatch) -> None:
    lake = entries()[0]
    other = replace(lake, folder=Path("/elsewhere/dusk_lake"))

    def told(_module: str, _name: str, folder: str, *_more: str, **_options: object) -> object:
        return Answer({"frame_ms": [50.0 if folder.startswith("/elsewhere") else 10.0]})

    monkeypatch.setattr(rounds, "ask", told)
    monkeypatch.setattr(rounds, "any_screen", lambda: nullcontext(None))
    found = measure([lake, other], entries(), False, lambda _: None)
    assert [world["frame_ms_median"] for world in found["worlds"]] == [10.0, 50.0]
    assert [world["path"] for world in found["worlds"]] == [str(lake.folder), str(other.folder)]


class TestPrograms:
    """Programs that hang or fail cost no more than their own figure."""

    @pytest.fixture
    def program(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], None]:
        """Puts a program of this name on the path, as a few lines of shell."""
        monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")

        def make(name: str, lines: str) -> None:
            (tmp_path / name).write_text(f"#!/bin/sh\n{lines}\n", encoding="utf-8")
            (tmp_path / name).chmod(0o755)

        return make

    @pytest.mark.parametrize("lines", ["sleep 60", "sleep 60 & wait", "sleep 60 &"])
    def test_a_peer_that_hangs(
        self, program: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch, lines: str
    ) -> None:
        monkeypatch.setattr(peers, "LIMIT_S", 0.3)
        program("glmark2", lines)
        notes: list[str] = []
        assert peers.glmark2_ms("terrain", os.environ, notes.append) is None
        assert notes == ["glmark2: no answer within 0.3 s"]

    @pytest.mark.parametrize("name", ["csound", "scsynth"])
    def test_a_peer_that_fails(self, program: Callable[[str, str], None], name: str) -> None:
        program(name, "exit 3")
        notes: list[str] = []
        assert peers.SOUND[f"{name}_rate"](notes.append) is None
        assert notes == [f"{name}: it failed (code 3)"]

    def test_a_peer_that_is_not_there(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(peers.shutil, "which", lambda _: None)
        notes: list[str] = []
        assert [rate_of(notes.append) for rate_of in peers.SOUND.values()] == [None, None]
        assert notes == ["csound: it is not installed", "scsynth: it is not installed"]

    def test_a_peer_that_says_something_else(self, program: Callable[[str, str], None]) -> None:
        program("glmark2", "echo hello")
        notes: list[str] = []
        assert peers.glmark2_ms("terrain", os.environ, notes.append) is None
        assert notes == ["glmark2: it gave no figure"]

    def test_a_peer_that_answers(self, program: Callable[[str, str], None]) -> None:
        program("glmark2", "echo '[terrain] FPS: 6 FrameTime: 164.2 ms'")
        assert peers.glmark2_ms("terrain", os.environ, print) == 164.2

    @pytest.mark.parametrize(
        "code", ["import time; time.sleep(60)", "print('shown', flush=True); import time; time.sleep(60)"]
    )
    def test_an_empty_window_that_hangs(self, monkeypatch: pytest.MonkeyPatch, code: str) -> None:
        monkeypatch.setattr(start, "LIMIT_S", 2.0)
        monkeypatch.setattr(start, "EMPTY_WINDOW", code)
        assert (start.empty_window_s(os.environ) is None) == ("shown" not in code)

    def test_the_visitors_own_folders_are_not_used(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("XDG_CACHE_HOME", "visitor/cache")
        with empty_home() as home:
            asked = [sys.executable, "-c", "from game import folders; print(folders.cache(), folders.settings())"]
            done = output_of(asked, 60.0, start.importing(home))
            assert done is not None
            code, said = done
            assert code == 0
            assert "visitor" not in said
            folder = Path(home["XDG_CACHE_HOME"]).parent
            assert said.split() == [
                str(folder / name / "stillroom") for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME")
            ]
            (folder / "left").mkdir()
        assert not folder.exists()
