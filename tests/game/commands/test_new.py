"""The world that `new` makes is one to look at."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from game.called import RUN_PY, called
from game.cli import main
from game.problem import Exit


def test_a_new_world_can_be_seen(tmp_path: Path) -> None:
    assert main(["new", str(tmp_path / "mine")]) == 0
    picture = tmp_path / "mine.png"
    render = [
        "render",
        str(tmp_path / "mine"),
        "--out",
        str(picture),
        "--size",
        "320x180",
        "--at",
        "2",
        "--hour",
        "18.5",
    ]
    done = subprocess.run([sys.executable, "-m", "game.cli", *render], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    pixels = np.asarray(Image.open(picture).convert("RGB"), dtype=float)
    assert 40 < pixels.mean() < 220
    assert pixels.std() > 10


def test_a_name_that_is_no_id_is_answered_with_one_that_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "Moor Light!"]) == Exit.USAGE
    assert "Did you mean moor_light?" in capsys.readouterr().err


def test_hints_name_the_program_as_it_was_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert called("/somewhere/bin/stillroom") == "stillroom"
    assert called("/somewhere/game/cli.py") == f"python3 {RUN_PY}"
    monkeypatch.chdir(RUN_PY.parent)
    assert called("/somewhere/game/cli.py") == "python3 run.py"


def test_a_path_is_told_so_that_no_world_of_that_id_is_meant(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["new", "./dusk_lake"]) == 0
    assert f'play "{tmp_path / "dusk_lake"}"' in capsys.readouterr().out
