"""Keeping the marks in the sand in step with the list of touches, at the cost of what is new only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from arcade.gl import BufferDescription, Framebuffer, Program
from numpy.typing import NDArray

from game.scenery.garden.baking import Box, grown
from game.scenery.garden.patches import Patches
from game.scenery.garden.rake import Rake
from game.scenery.garden.view import View
from game.scenery.mixing import replacing
from game.scenery.stage import Stage, set_uniforms
from game.scenery.touches import TouchEvent

RIM_PX = 3
"""How far round a mark the sand changes: its pushed rims are anti-aliased."""
UNRAKED = (-9.0, 0.5, 0.0, 0.0)
"""What the rake map holds where no rake has been; see `garden_sand.frag`."""
SLICE_EVENTS = 200
"""Touches that are drawn at a time where frames wait for them: about 3 ms."""
SLICE_PX = 26_000
"""Pixels of sand that are baked again in one such frame."""
Marks = NDArray[np.float32]


class Raking:
    """Draws marks into the rake map. The map after all touches depends on them alone, not on how they came.

    What was drawn stays in the map, so a stroke costs the same whether it is the first or the ten thousandth.
    """

    def __init__(self, stage: Stage, program: Program, target: Framebuffer, view: View) -> None:
        self._stage = stage
        self._program = program
        self._target = target
        self._view = view
        self._patches = Patches()
        self._begin()

    def _begin(self) -> None:
        self._target.clear(color_normalized=UNRAKED)
        self._rake = Rake(self._view)
        self._drawn = 0
        self._first: TouchEvent | None = None
        self._last: TouchEvent | None = None

    def replay(self, touches: Sequence[TouchEvent]) -> Iterator[None]:
        """All marks of a visit so far, a slice a step, before any sand is baked."""
        while not self._step(touches, SLICE_EVENTS):
            yield
        self._patches.clear()

    def follow(self, touches: Sequence[TouchEvent], *, in_slices: bool) -> Iterator[Box]:
        """Bring the map up to these touches; yields the parts of the screen to bake again now.

        In slices, what is too much for one frame waits for the next ones.
        """
        if self._step(touches, SLICE_EVENTS if in_slices else len(touches)):
            yield from self._patches.take(SLICE_PX if in_slices else None)

    def _step(self, touches: Sequence[TouchEvent], most: int) -> bool:
        """Draw up to so many touches more; whether these were the last."""
        if not self._continues(touches):
            self._begin()
            self._patches.add((0, 0, *self._stage.size_px))
        new = touches[self._drawn : self._drawn + most]
        if new:
            self._first = self._first or new[0]
            self._last = new[-1]
            self._drawn += len(new)
            self._draw(np.array(list(self._rake.marks(new)), np.float32).reshape(-1, 5))
        return self._drawn == len(touches)

    def _continues(self, touches: Sequence[TouchEvent]) -> bool:
        """Whether a list begins with all that was drawn: its ends tell, for touches have their times."""
        done = self._drawn
        return not done or (len(touches) >= done and touches[0] == self._first and touches[done - 1] == self._last)

    def _draw(self, marks: Marks) -> None:
        if not len(marks):
            return
        ctx = self._stage.ctx
        buffer = ctx.buffer(data=np.ascontiguousarray(marks[:, [0, 1, 3, 4, 2]]).tobytes())
        shape = ctx.geometry([BufferDescription(buffer, "4f 1f", ["in_at", "in_across"])], mode=ctx.TRIANGLES)
        self._target.use()
        replacing(ctx)
        set_uniforms(self._program, **self._view.uniforms())
        shape.render(self._program)
        self._patches.add(self._box(marks))

    def _box(self, marks: Marks) -> Box | None:
        size = self._stage.size_px
        at = np.array([self._view.on_screen(float(x), 0.0, max(float(z), 0.5)) for x, z in marks[:, :2]]) * size
        low, high = np.clip(at.min(axis=0), -8, np.add(size, 8)), np.clip(at.max(axis=0), -8, np.add(size, 8))
        box = (int(low[0]), int(low[1]), int(high[0] - low[0]) + 1, int(high[1] - low[1]) + 1)
        return grown(box, RIM_PX, size)
