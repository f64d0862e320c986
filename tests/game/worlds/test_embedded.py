"""A small board draws what a desktop draws: every world by OpenGL ES 3.1, with the same shaders."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image

from tests.game.worlds.embedded import FIRST_SEED
from tests.game.worlds.golden import CASES, FAILURES, ROOT, Case, drawn, folder, side_by_side
from tests.game.worlds.shots import difference

if TYPE_CHECKING:
    from arcade.gl import Context

MOST_APART, MOST_SHARE = 1.0, 0.002
"""Levels by which a pixel may differ, as sums are rounded elsewhere, and how many pixels may."""


@pytest.fixture(scope="module")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of the pictures OpenGL ES draws."""
    home = tmp_path_factory.mktemp("embedded")
    command = [sys.executable, "-m", "tests.game.worlds.embedded", str(home)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["opengles"]
    return home


@pytest.mark.parametrize("case", [case for case in CASES if case.seed == FIRST_SEED], ids=str)
def test_opengl_es_draws_the_same_pixels(ctx: Context, embedded: Path, case: Case) -> None:
    """Against the golden picture of this driver; where there is none, against what OpenGL draws now."""
    golden = folder(ctx) / f"{case}.png"
    desktop = np.asarray(Image.open(golden).convert("RGB")) if golden.is_file() else drawn(ctx, case)
    now = np.asarray(Image.open(embedded / f"{case}.png").convert("RGB"))
    apart = difference(desktop, now)
    well = bool(apart.max() <= MOST_APART and np.mean(apart > 0) < MOST_SHARE)
    if not well:
        side_by_side(desktop, now).save(FAILURES / f"embedded-{case}.png")
    assert well, f"see {FAILURES}/embedded-{case}.png: OpenGL, OpenGL ES, the difference x 8"
