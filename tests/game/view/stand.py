"""A theatre without a window, played frame by frame."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from game.export.frames import read_rgb
from game.view.backdrop import Backdrop
from game.view.brush import Brush
from game.view.pace import Pace
from game.view.place import Moment
from game.view.scales import Scales
from game.view.theatre import Theatre
from tests.game.view.fakes import output_of

if TYPE_CHECKING:
    from arcade.gl import Context, Framebuffer
    from numpy.typing import NDArray

SIZE = (128, 72)
NOON = Moment(hour=12.0)


class Stand:
    """A theatre on a bench, with its own time."""

    def __init__(self, ctx: Context) -> None:
        self.theatre = Theatre(ctx, Backdrop(Brush(ctx)), Pace(1e9), Scales(), SIZE)
        self.output: Framebuffer = output_of(ctx, SIZE)
        self.now_s = 0.0
        self.moment = NOON

    def now(self) -> float:
        self.now_s += 0.001
        return self.now_s

    def frame(self) -> NDArray[np.uint8]:
        self.moment = replace(self.moment, t_s=self.moment.t_s + 1 / 30, dt_s=1 / 30)
        self.theatre.work(0.008, self.moment, self.now)
        self.output.clear()
        self.theatre.draw(self.moment, self.output)
        self.theatre.drawn(10.0)
        return read_rgb(self.output)

    def until_settled(self) -> list[NDArray[np.uint8]]:
        frames = []
        while self.theatre.busy:
            frames.append(self.frame())
            assert len(frames) < 1000
        return frames


def largest_step(frames: list[NDArray[np.uint8]]) -> float:
    """The most the mean brightness of the picture changes from one frame to the next."""
    means = [float(frame.mean()) for frame in frames]
    return max((abs(b - a) for a, b in pairwise(means)), default=0.0)
