"""Frames of a world without a window, one after another, in constant memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from arcade.gl import Context, Framebuffer

    from game.scenery.touches import TouchEvent
    from game.signals.source import SignalSource
    from worlds.format.world import World


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
    from game.scenery.frame import Frame
    from game.scenery.light import light_at
    from game.scenery.scene import Scene

    scene = Scene(ctx, world, seed)
    for _ in scene.prepare():
        pass
    scene.resize(size_px)
    for _ in scene.rebake():
        pass
    output = scene.stage.target(size_px)
    before = None
    for t_s in times_s:
        signals = source.at(t_s)
        frame = Frame(
            t_s=t_s,
            dt_s=0.0 if before is None else t_s - before,
            signals=signals,
            light=light_at(world.light, signals.hour, seed),
            touches=[touch for touch in touches if touch.t_s <= t_s],
            stilled=stilled,
        )
        scene.draw(frame, output)
        yield read_rgb(output)
        before = t_s
    scene.release()


def read_rgb(output: Framebuffer) -> NDArray[np.uint8]:
    """The pixels of a target, top row first, without its alpha."""
    width, height = output.size
    data = np.frombuffer(output.read(components=4), np.uint8).reshape(height, width, 4)
    return np.ascontiguousarray(data[::-1, :, :3])
