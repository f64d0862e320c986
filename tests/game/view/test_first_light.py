"""The first frame: what it shows, and what it does not wait for."""

from __future__ import annotations

import os
import subprocess
import sys

import numpy as np
import pytest
from arcade.gl import Context

from game.export.frames import read_rgb
from game.scenery.light import colours_at
from game.view.backdrop import DIM_RATIO, Backdrop
from game.view.brush import Brush
from tests.game.view.fakes import NAMELESS, output_of

LATE = ("numpy", "game.scenery.scene", "game.view.player", "PIL.ImageFont", "av", "rich", "pygame")
PROGRAM = f"""
import sys
from game import toolkit
import game.playing, game.window
toolkit.load()
import game.view.window
print([name for name in {LATE!r} if name in sys.modules])
"""


def test_it_waits_for_nothing_that_only_worlds_need() -> None:
    path = os.pathsep.join(filter(None, [os.getcwd(), *sys.path]))
    environment = {**os.environ, "ARCADE_HEADLESS": "True", "PYTHONPATH": path}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("hour", [1.0, 12.0, 18.5])
def test_it_shows_sky_over_ground_in_the_colours_of_the_hour(ctx: Context, hour: float) -> None:
    output = output_of(ctx, (64, 36))
    Backdrop(Brush(ctx)).show(output, NAMELESS, hour)
    picture = read_rgb(output).astype(np.float64) / 255
    colours = colours_at(NAMELESS.light, hour)
    for row, name in ((1, "sky_top"), (17, "sky_low")):
        assert picture[row, 32] ** 2 / DIM_RATIO == pytest.approx(colours[name], rel=0.45, abs=0.03)
    assert np.abs(picture[-3, 32] - picture[17, 32]).max() > 0.02
