"""The world that `new` makes is one to look at."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
from PIL import Image

from game.cli import main


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
