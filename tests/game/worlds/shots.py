"""Small frames of built-in worlds, for tests."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from game.export.frames import visit_frames
from game.export.visit import Visit, presses
from worlds.catalogue import BUILTIN, entries
from worlds.reading import read_world

if TYPE_CHECKING:
    from arcade.gl import Context

WORLDS = [entry.id for entry in entries()]
SIZE_PX = (256, 144)
Picture = NDArray[np.uint8]


def shots(
    ctx: Context,
    world: str,
    count: int = 1,
    *,
    at_s: float = 8.0,
    fps: float = 10.0,
    seed: int = 1,
    hour: float = 18.5,
    touches: Sequence[tuple[float, float, float]] = (),
    stilled: bool = False,
    size_px: tuple[int, int] = SIZE_PX,
) -> list[Picture]:
    """So many frames, (height, width, 3) each, always drawn anew."""
    visit = Visit(read_world(BUILTIN / world), seed, hour, presses(touches), stilled)
    frames = visit_frames(ctx, visit, size_px, at_s=at_s, frames_per_s=fps)
    found = list(islice(frames, count))
    frames.close()
    ctx.gc()
    return found


@cache
def shot(
    ctx: Context,
    world: str,
    *,
    seed: int = 1,
    hour: float = 18.5,
    stilled: bool = False,
    size_px: tuple[int, int] = SIZE_PX,
) -> Picture:
    """One frame; drawn once however many tests look at it, for making a world ready takes a second or two."""
    (picture,) = shots(ctx, world, seed=seed, hour=hour, stilled=stilled, size_px=size_px)
    picture.flags.writeable = False
    return picture


def difference(a: Picture, b: Picture) -> NDArray[np.float64]:
    """How far two pictures are apart at each pixel, 0..255, the mean of the channels."""
    apart: NDArray[np.float64] = np.abs(a.astype(np.int16) - b.astype(np.int16)).mean(-1)
    return apart
