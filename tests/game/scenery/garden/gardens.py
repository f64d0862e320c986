"""Gardens to look at: small, at one hour, raked by the strokes tests share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from game.export.frames import frames, read_rgb, ready_scene
from game.scenery.touches import TouchEvent
from game.signals.source import SignalSource
from worlds.format.world import World

if TYPE_CHECKING:
    from arcade.gl import Context

    from game.scenery.frame import Frame
    from game.scenery.scene import Scene

SIZE = 192, 108
HOUR = 9.0
Picture = NDArray[np.uint8]


def garden(**fields: object) -> World:
    """A world of nothing but sky and garden."""
    layer = {"kind": "garden", "leaf_shade_ratio": 0.0, **fields}
    return World.model_validate(
        {
            "format": 1,
            "world": {"id": "g", "name": "g"},
            "camera": {"horizon_ratio": 0.77},
            "layer": [{"kind": "sky"}, layer],
        }
    )


def picture(
    ctx: Context,
    world: World,
    seed: int = 1,
    size: tuple[int, int] = SIZE,
    at_s: float = 60.0,
    touches: Sequence[TouchEvent] = (),
    stilled: bool = False,
) -> Picture:
    source = SignalSource(world, seed, HOUR, hours_per_s=0.0)
    return next(frames(ctx, world, source, seed, size, [at_s], touches, stilled=stilled))


def stroke(points: Sequence[tuple[float, float]], number: int = 1, start_s: float = 1.0) -> list[TouchEvent]:
    """A pull of the rake along points of the screen."""
    phases = ["press", *["move"] * (len(points) - 1)]
    events = [
        TouchEvent("press" if phase == "press" else "move", x, y, start_s + 0.05 * i, number)
        for i, (phase, (x, y)) in enumerate(zip(phases, points, strict=True))
    ]
    return [*events, TouchEvent("release", *points[-1], events[-1].t_s, number)]


PULL = stroke([(0.3 + 0.01 * i, 0.22 + 0.002 * i) for i in range(30)])
CROSSING = stroke([(0.5 - 0.004 * i, 0.36 - 0.008 * i) for i in range(30)], number=2, start_s=4.0)


class Visited:
    """A garden that stays open while touches come in."""

    def __init__(self, ctx: Context, world: World) -> None:
        self.world = world
        self.scene: Scene = ready_scene(ctx, world, 1, SIZE)
        self._output = self.scene.stage.target(SIZE)
        self._source = SignalSource(world, 1, HOUR, hours_per_s=0.0)

    def see(self, touches: Sequence[TouchEvent]) -> Picture:
        self.scene.draw(replace(self._frame(), touches=touches), self._output)
        return read_rgb(self._output)

    def _frame(self) -> Frame:
        from game.export.frames import frame_at
        from game.export.visit import Visit

        return frame_at(Visit(self.world, 1, 0.0), self._source, 60.0, 0.0)


def changed(a: Picture, b: Picture) -> NDArray[np.bool_]:
    return np.asarray(np.abs(a.astype(int) - b.astype(int)).max(axis=2) > 6)
