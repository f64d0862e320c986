"""No built-in world flashes, whatever the hour and however often it is touched."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from game.comfort.flashes import FlashMeter
from tests.game.worlds.shots import WORLDS, shots

if TYPE_CHECKING:
    from arcade.gl import Context

FPS = 30.0
SIZE_PX = (128, 72)
STORM = [(0.1 + 0.8 * (n * 0.618 % 1), 0.1 + 0.5 * (n * 0.414 % 1), 8.0 + n / 8) for n in range(24)]
"""Eight touches a second, all over the lower half."""
DRUMMING = [(0.5, 0.25, 8.0 + n / 8) for n in range(24)]
"""Eight a second in one place."""


@pytest.mark.parametrize("world", WORLDS)
@pytest.mark.parametrize("hour", [12.0, 18.5, 22.5])
def test_a_world_left_alone_does_not_flash(ctx: Context, world: str, hour: float) -> None:
    meter = FlashMeter(FPS)
    for frame in shots(ctx, world, 90, fps=FPS, hour=hour, size_px=SIZE_PX):
        meter.see(frame)
    assert meter.calm, (meter.general, meter.red)


@pytest.mark.parametrize("world", WORLDS)
@pytest.mark.parametrize("touches", [STORM, DRUMMING], ids=["storm", "drumming"])
def test_a_world_touched_eight_times_a_second_does_not_flash(
    ctx: Context, world: str, touches: list[tuple[float, float, float]]
) -> None:
    meter = FlashMeter(FPS)
    for frame in shots(ctx, world, 90, fps=FPS, hour=20.0, touches=touches, size_px=SIZE_PX):
        meter.see(frame)
    assert meter.calm, (meter.general, meter.red)
