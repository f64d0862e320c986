"""No built-in world flashes, whatever the hour and however often it is touched; nothing needs to be held back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pytest

from game.comfort.flashes import FlashMeter
from game.export.frames import frame_at, read_rgb, ready_scene
from game.export.visit import Visit, presses
from tests.game.worlds.shots import WORLDS
from worlds.catalogue import BUILTIN
from worlds.reading import read_world

if TYPE_CHECKING:
    from arcade.gl import Context

FPS = 30.0
SIZE_PX = (128, 72)
STORM = [(0.1 + 0.8 * (n * 0.618 % 1), 0.1 + 0.5 * (n * 0.414 % 1), 8.0 + n / 8) for n in range(24)]
"""Eight touches a second, all over the lower half."""
DRUMMING = [(0.5, 0.25, 8.0 + n / 8) for n in range(24)]
"""Eight a second in one place."""


BEGIN_S, FRAMES = 8.0, 90


def tried(
    ctx: Context, world: str, hour: float, touches: Sequence[tuple[float, float, float]] = ()
) -> tuple[FlashMeter, int]:
    """A meter that saw what was painted, and in how many frames something was held back."""
    from game.comfort.steady import SteadyPicture

    visit = Visit(read_world(BUILTIN / world), 1, hour, presses(touches))
    scene, source = ready_scene(ctx, visit.world, visit.seed, SIZE_PX), visit.source
    output, steady, meter, held = scene.stage.target(SIZE_PX), SteadyPicture(scene), FlashMeter(FPS), 0
    for n in range(FRAMES):
        scene.draw(frame_at(visit, source, BEGIN_S + n / FPS, 1 / FPS), output)
        meter.see(read_rgb(output))
        steady.follow(1 / FPS)
        held += steady.holding
    scene.release()
    ctx.gc()
    return meter, held


@pytest.mark.parametrize("world", WORLDS)
@pytest.mark.parametrize("hour", [12.0, 18.5, 22.5])
def test_a_world_left_alone_does_not_flash(ctx: Context, world: str, hour: float) -> None:
    meter, held = tried(ctx, world, hour)
    assert meter.calm, (meter.general, meter.red)
    assert held == 0


@pytest.mark.parametrize("world", WORLDS)
@pytest.mark.parametrize("touches", [STORM, DRUMMING], ids=["storm", "drumming"])
def test_a_world_touched_eight_times_a_second_does_not_flash(
    ctx: Context, world: str, touches: list[tuple[float, float, float]]
) -> None:
    meter, held = tried(ctx, world, 20.0, touches)
    assert meter.calm, (meter.general, meter.red)
    assert held == 0
