"""The gust that is seen in the middle of the picture is the one that is heard; it passes from left to right."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from game.scenery.air import GUST_STEP_S, air
from game.scenery.frame import Frame
from game.scenery.glsl import VERSION, prelude, source
from game.scenery.ground import ground_of
from game.scenery.light import light_at
from game.scenery.pixels import read
from game.scenery.stage import FULL_SCREEN, Stage
from worlds.format.world import World
from worlds.signals import Signals
from worlds.weather import level

if TYPE_CHECKING:
    from arcade.gl import Context
    from numpy.typing import NDArray

SEED = 6
WORLD = World.model_validate({"format": 1, "world": {"name": "Wind"}})
SIZE_PX = (128, 64)
SHOWN = "in vec2 uv; out vec4 colour;\nvoid main(){colour=vec4(gust(uv.x*u_aspect)*0.5+0.5);}\n"


def seen(ctx: Context, t_s: float, *, stilled: bool = False) -> NDArray[np.float64]:
    """The gust from left to right, 0..1, as a shader has it."""
    stage = Stage(ctx, SEED, ground_of(WORLD, SEED, []))
    stage.size_px = SIZE_PX
    text = VERSION + prelude() + source("game.scenery", "air.glsl") + SHOWN
    program = ctx.program(vertex_shader=VERSION + FULL_SCREEN, fragment_shader=text)
    target = stage.target(SIZE_PX)
    target.use()
    ctx.enable_only()
    frame = Frame(t_s, 0.0, Signals(t_s=t_s), light_at(WORLD.light, 12.0, SEED), stilled=stilled)
    stage.full_screen(program, **air(frame, stage))
    return np.asarray(read(target)[0, :, 0], np.float64) / 255


@pytest.mark.parametrize("t_s", [0.0, 5.3, 40.0, 86_399.9])
def test_in_the_middle_it_is_the_one_that_is_heard(ctx: Context, t_s: float) -> None:
    # A shader joins knots by straight lines, hence the tolerance.
    assert seen(ctx, t_s)[64] == pytest.approx(level(SEED, "gust", t_s), abs=0.03)


def test_it_passes_from_left_to_right(ctx: Context) -> None:
    now, soon = seen(ctx, 30.0), seen(ctx, 30.0 + 2 * GUST_STEP_S)
    shifts = [float(np.abs(soon[shift:] - now[: len(now) - shift]).mean()) for shift in range(1, 64)]
    assert 1 + int(np.argmin(shifts)) == pytest.approx(2 / 3.4 * 64, abs=3)


def test_a_stilled_world_has_one_wind_for_ever(ctx: Context) -> None:
    np.testing.assert_array_equal(seen(ctx, 10.0, stilled=True), seen(ctx, 70.0, stilled=True))
