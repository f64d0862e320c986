"""What is under and over the worlds: a soft stand-in until the first is ready, and the curtain."""

from __future__ import annotations

from collections.abc import Callable

from arcade.gl import Framebuffer

from game.scenery.light import colours_at
from game.view.brush import Brush
from worlds.format.world import World

DIM_RATIO = 0.35
FIRST_CLOSED_RATIO = 0.6
"""How far the curtain is closed at the first frame: dim, but to be seen."""
TRIALS = 3


class Backdrop:
    """Draws the stand-in and the curtain."""

    def __init__(self, brush: Brush) -> None:
        self._brush = brush
        self._sky = brush.program("backdrop.frag")
        self._curtain = brush.program("curtain.frag")

    def show(self, output: Framebuffer, world: World, hour: float) -> None:
        """A world's sky and ground in its colours at this hour, out of focus, over the whole output."""
        colours = colours_at(world.light, hour)
        self._brush.draw(
            self._sky,
            output,
            u_horizon_ratio=world.camera.horizon_ratio,
            u_light=DIM_RATIO,
            u_sky_top=colours["sky_top"],
            u_sky_middle=colours["sky_middle"],
            u_sky_low=colours["sky_low"],
            u_fog=colours["fog"],
            u_shade=colours["shade"],
        )

    def trial_ms(self, output: Framebuffer, world: World, now_s: Callable[[], float]) -> float:
        """What showing the stand-in costs this machine: a first measure of how fast it draws."""
        costs_ms = []
        for _ in range(TRIALS):
            begun_s = now_s()
            self.show(output, world, 12.0)
            self._brush.ctx.finish()
            costs_ms.append((now_s() - begun_s) * 1000)
        return min(costs_ms)

    def close(self, output: Framebuffer, closed_ratio: float) -> None:
        """Draw the curtain: 0 open (costs nothing) to 1 closed."""
        if closed_ratio > 0.0:
            self._brush.draw(self._curtain, output, u_closed=closed_ratio)
