"""Keeping the marks in the sand in step with the list of touches, at the cost of what is new only."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from arcade.gl import BufferDescription, Framebuffer, Program
from numpy.typing import NDArray

from game.scenery.garden.baking import Box, grown
from game.scenery.garden.rake import Rake
from game.scenery.garden.view import View
from game.scenery.stage import Stage, set_uniforms
from game.scenery.touches import TouchEvent

RIM_PX = 3
"""How far round a mark the sand changes: its pushed rims are anti-aliased."""
Marks = NDArray[np.float32]


class Raking:
    """Draws marks into the rake map. The map after `follow` depends on the touches alone, not on how they came."""

    def __init__(self, stage: Stage, program: Program, target: Framebuffer, view: View) -> None:
        self._stage = stage
        self._program = program
        self._target = target
        self._view = view
        self._rake = Rake(view)
        self._touches: list[TouchEvent] = []

    def follow(self, touches: Sequence[TouchEvent]) -> Box | None:
        """Bring the map up to these touches; returns the part of the screen that changed."""
        done = len(self._touches)
        if len(touches) == done and (not done or touches[-1] == self._touches[-1]):
            return None
        if _continues(self._touches, touches):
            new = self._marks(touches[done:])
            self._touches.extend(touches[done:])
            self._draw(new)
            return self._box(new)
        return self._start_over(touches)

    def _start_over(self, touches: Sequence[TouchEvent]) -> Box | None:
        """Another list: all marks again. Only places where either list has marks of its own can look different."""
        gone = _dropped(self._touches, touches)
        kept = len(self._touches) - gone
        vanished = list(Rake(self._view).marks(self._touches[: gone or None]))
        self._rake = Rake(self._view)
        self._touches = list(touches)
        self._target.clear()
        marks = self._marks(touches)
        self._draw(marks)
        fresh = marks if not gone else list_marks(Rake(self._view), touches[kept:])
        return self._box(np.concatenate([as_marks(vanished), fresh]))

    def _marks(self, touches: Sequence[TouchEvent]) -> Marks:
        return list_marks(self._rake, touches)

    def _draw(self, marks: Marks) -> None:
        if not len(marks):
            return
        ctx = self._stage.ctx
        buffer = ctx.buffer(data=np.ascontiguousarray(marks[:, [0, 1, 3, 4, 2]]).tobytes())
        shape = ctx.geometry([BufferDescription(buffer, "4f 1f", ["in_at", "in_across"])], mode=ctx.TRIANGLES)
        self._target.use()
        ctx.enable_only()
        set_uniforms(self._program, **self._view.uniforms())
        shape.render(self._program)

    def _box(self, marks: Marks) -> Box | None:
        if not len(marks):
            return None
        size = self._stage.size_px
        at = np.array([self._view.on_screen(float(x), 0.0, max(float(z), 0.5)) for x, z in marks[:, :2]]) * size
        low, high = np.clip(at.min(axis=0), -8, np.add(size, 8)), np.clip(at.max(axis=0), -8, np.add(size, 8))
        box = (int(low[0]), int(low[1]), int(high[0] - low[0]) + 1, int(high[1] - low[1]) + 1)
        return grown(box, RIM_PX, size)


def as_marks(vertices: Sequence[Sequence[float]]) -> Marks:
    """Vertices of `Rake.marks` as rows of five."""
    return np.array(vertices, np.float32).reshape(-1, 5)


def list_marks(rake: Rake, touches: Sequence[TouchEvent]) -> Marks:
    """What these further touches draw."""
    return as_marks(list(rake.marks(touches)))


def _continues(before: Sequence[TouchEvent], now: Sequence[TouchEvent]) -> bool:
    """Whether a list begins with all of another; its ends are enough to tell, for touches carry their times."""
    done = len(before)
    return not done or (len(now) >= done and now[0] == before[0] and now[done - 1] == before[-1])


def _dropped(before: Sequence[TouchEvent], now: Sequence[TouchEvent]) -> int:
    """How many touches were let go at the front, if the rest goes on as it was; else 0."""
    if not now or now[0] not in before:
        return 0
    first = before.index(now[0])
    return first if now[: len(before) - first] == before[first:] else 0
