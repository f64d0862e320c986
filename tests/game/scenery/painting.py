"""Painting single frames of a world, for tests of layers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from game.export.frames import read_rgb
from game.scenery.frame import Frame
from game.scenery.light import daylight, light_at, sun_height
from game.scenery.scene import Scene
from worlds.format.world import World
from worlds.signals import Signals

if TYPE_CHECKING:
    from arcade.gl import Context

SIZE_PX = (256, 144)


class Painter:
    """One scene, ready, to paint any moment of."""

    def __init__(self, ctx: Context, world: World, seed: int = 2, size_px: tuple[int, int] = SIZE_PX) -> None:
        self.world, self.seed = world, seed
        self.scene = Scene(ctx, world, seed)
        for _ in self.scene.prepare():
            pass
        self.scene.resize(size_px)
        for _ in self.scene.rebake():
            pass
        self._output = self.scene.stage.target(size_px)

    def frame(self, hour: float = 18.5, t_s: float = 20.0, signals: Signals | None = None, **more: Any) -> Frame:
        """A moment at an hour; `signals` are brought to that hour."""
        height = sun_height(self.world.light, hour)
        now = replace(signals or Signals(), t_s=t_s, hour=hour, sun_height=height, daylight=daylight(height))
        return Frame(t_s=t_s, dt_s=0.0, signals=now, light=light_at(self.world.light, hour, self.seed), **more)

    def paint(self, frame: Frame, without: Sequence[int] = ()) -> NDArray[np.int16]:
        """The picture, top row first, shape (height, width, 3), 0..255; some layers may be left out."""
        layers = self.scene.layers
        self.scene.layers = [layer for i, layer in enumerate(layers) if i not in without]
        self.scene.draw(frame, self._output)
        self.scene.layers = layers
        return read_rgb(self._output).astype(np.int16)


def changed(a: NDArray[np.int16], b: NDArray[np.int16], by: int = 3) -> float:
    """Share of the picture that differs by more than `by` of 255 in some colour."""
    return float((np.abs(a - b).max(axis=2) > by).mean())
