"""Going from world to world as the window does, off screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from game.export.frames import read_rgb

if TYPE_CHECKING:
    from arcade.gl import Context

    from worlds.format.world import World

CHANGES = 3
IMPATIENT_CHANGES = 6
IMPATIENT_S = 1.0


def changing(
    ctx: Context, worlds: Sequence[World], hour: float, every_s: float, size_px: tuple[int, int], fps: float
) -> Iterator[NDArray[np.uint8]]:
    """Yield the frames shown (height, width, 3) while another of the worlds is asked for every so many seconds;
    the first comes up as it does at the start."""
    from game.view.backdrop import Backdrop
    from game.view.brush import Brush
    from game.view.pace import Pace
    from game.view.place import Moment, Place
    from game.view.scales import Scales
    from game.view.theatre import Theatre

    theatre = Theatre(ctx, Backdrop(Brush(ctx)), Pace(1e9), Scales(), size_px)
    output = ctx.framebuffer(color_attachments=[ctx.texture(size_px, components=4)])
    places = [Place(world, 1) for world in worlds]
    moment, frames = Moment(hour=hour), round(every_s * fps)
    try:
        for n in range((CHANGES if every_s > IMPATIENT_S else IMPATIENT_CHANGES) * frames):
            if n % frames == 0:
                theatre.visit(places[n // frames % len(places)])
            moment = replace(moment, t_s=n / fps, dt_s=1 / fps)
            theatre.work(1.0, moment, lambda: 0.0)
            theatre.draw(moment, output)
            yield read_rgb(output)
    finally:
        theatre.release()
        ctx.gc()
