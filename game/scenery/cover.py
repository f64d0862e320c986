"""What opaque layers hide of those behind them: it need not be painted."""

from __future__ import annotations

from math import ceil

import numpy as np

from game.scenery.ground import Line
from game.scenery.lean import MARGIN, REACH_X, REACH_Y
from game.scenery.stage import Stage

COVER = "cover"
"""Name of the lines opaque layers leave: from the horizon up to them, everything behind is hidden."""
STEPS = 320
SOFT = 0.004
"""How far the edge of a layer may be soft, in screen heights."""


def leave_cover(stage: Stage, owner: str, tops: Line, near_ratio: float) -> None:
    """Tell that this layer hides what is behind it up to `tops`, however far the visitor leans."""
    across = np.linspace(0, 1, STEPS)
    line = np.interp(across, np.linspace(0, 1, len(tops)), lowest(tops, len(tops) // STEPS + 1))
    stage.leave_line(COVER, owner, shaken(line, near_ratio) - SOFT)


def shaken(line: Line, near_ratio: float) -> Line:
    """The lowest a line may come to at each place when something so near shifts with a lean."""
    reach = ceil(REACH_X * near_ratio / (1 + 2 * MARGIN) * len(line)) + 1
    return lowest(line, reach) - REACH_Y * near_ratio


def lowest(line: Line, reach: int) -> Line:
    """The lowest of a line within so many steps of each of its places."""
    padded = np.pad(line, reach, mode="edge")
    return np.asarray(np.lib.stride_tricks.sliding_window_view(padded, 2 * reach + 1).min(axis=1))


class Cover:
    """What is hidden of one layer, worked out anew when layers in front have been made anew."""

    def __init__(self, stage: Stage, reader: str, near_ratio: float) -> None:
        self._stage, self._reader, self._near_ratio = stage, reader, near_ratio
        self._left: list[Line] = []
        self.line: Line = np.zeros(2)
        """Height over the horizon up to which nothing of the layer is seen, in screen heights, margins included."""

    def changed(self) -> bool:
        """Look whether layers in front left other lines than last time."""
        left = self._stage.ground.before(COVER, self._reader)
        if len(left) == len(self._left) and all(a is b for a, b in zip(left, self._left, strict=True)):
            return False
        self._left = left
        self.line = np.maximum.reduce([np.zeros(STEPS), *(shaken(line, self._near_ratio) for line in left)])
        return True
