"""Frames of a world without a window, one after another, in constant memory."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from game.export.visit import Visit

if TYPE_CHECKING:
    from arcade.gl import Context, Framebuffer

    from game.scenery.bakes import Bakes
    from game.scenery.frame import Frame
    from game.scenery.scene import Scene
    from game.scenery.touches import TouchEvent
    from game.signals.source import SignalSource
    from worlds.format.world import World

HISTORY_S = 600.0
"""Values that follow signals smoothly have forgotten what was longer ago."""


def visit_frames(
    ctx: Context, visit: Visit, size_px: tuple[int, int], *, at_s: float, frames_per_s: float
) -> Iterator[NDArray[np.uint8]]:
    """Yield (height, width, 3) frames without end, from a world time on, `frames_per_s` to the world second.

    The same moment looks the same wherever one begins: time runs on one grid from 0, and what layers remember
    is brought up to the first frame without being drawn. (Only a pack that flashes looks otherwise: what holds
    its flashes back has to see them first.)
    """
    from game.comfort.steady import SteadyPicture

    step_s = 1.0 / frames_per_s
    first = round(at_s * frames_per_s)
    history = range(max(first - round(HISTORY_S * frames_per_s), 0), first)
    scene = ready_scene(ctx, visit.world, visit.seed, size_px)
    source = visit.source
    try:
        for n in history:
            scene.advance(source.at(n * step_s), step_s)
        output, steady = scene.stage.target(size_px), SteadyPicture(scene)
        for n in itertools.count(first):
            steady.draw(frame_at(visit, source, n * step_s, step_s), output)
            yield read_rgb(output)
    finally:
        scene.release()


def frames(
    ctx: Context,
    world: World,
    source: SignalSource,
    seed: int,
    size_px: tuple[int, int],
    times_s: Iterable[float],
    touches: Sequence[TouchEvent] = (),
    *,
    stilled: bool = False,
) -> Iterator[NDArray[np.uint8]]:
    """Yield (height, width, 3) uint8 sRGB frames, top row first, at each of the times (rising)."""
    visit = Visit(world, seed, 0.0, touches, stilled)
    scene = ready_scene(ctx, world, seed, size_px)
    output = scene.stage.target(size_px)
    before = None
    try:
        for t_s in times_s:
            scene.draw(frame_at(visit, source, t_s, 0.0 if before is None else t_s - before), output)
            yield read_rgb(output)
            before = t_s
    finally:
        scene.release()


def ready_scene(
    ctx: Context, world: World, seed: int, size_px: tuple[int, int], bakes: Bakes | None = None
) -> Scene:
    """A scene with all its slow work done; `bakes` is where that is kept, if anywhere."""
    from game.scenery.scene import Scene

    scene = Scene(ctx, world, seed, bakes)
    for _ in scene.prepare():
        pass
    scene.resize(size_px)
    for _ in scene.rebake():
        pass
    return scene


def frame_at(visit: Visit, source: SignalSource, t_s: float, dt_s: float) -> Frame:
    """The instant of a visit to draw."""
    from game.scenery.frame import Frame
    from game.scenery.light import light_at

    signals = source.at(t_s)
    return Frame(
        t_s=t_s,
        dt_s=dt_s,
        signals=signals,
        light=light_at(visit.world.light, signals.hour, visit.seed),
        touches=visit.touches[: bisect_right(visit.touches, t_s, key=lambda touch: touch.t_s)],
        stilled=visit.stilled,
    )


def read_rgb(output: Framebuffer) -> NDArray[np.uint8]:
    """The pixels of a target, top row first, without its alpha."""
    from pyglet import gl

    width, height = output.size
    data = np.empty((height, width, 4), np.uint8)
    output.use()
    gl.glReadPixels(0, 0, width, height, gl.GL_RGBA, gl.GL_UNSIGNED_BYTE, data.ctypes.data)
    return np.ascontiguousarray(data[::-1, :, :3])
