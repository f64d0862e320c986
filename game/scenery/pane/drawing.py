"""What somebody drew in the mist with a finger before you came; it fades while you watch."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from game.scenery.pane.runs import Array
from game.scenery.pane.traces import Instances

STRENGTH = 0.30
"""How clear a fresh line is; where its pieces overlap it is clearer."""
FADE_S = 420.0
SIZE = 0.105
"""Half the width of a drawing, in heights of the picture."""
PIECES = 22


def heart() -> list[Array]:
    """Lines (n, 2) within -1..1, y upwards."""
    turn = np.linspace(0.0, 2 * np.pi, PIECES + 1)
    x = np.sin(turn) ** 3
    y = (13 * np.cos(turn) - 5 * np.cos(2 * turn) - 2 * np.cos(3 * turn) - np.cos(4 * turn)) / 16
    return [np.stack([x, y], axis=1)]


def sun() -> list[Array]:
    """A round face of light and its rays."""
    turn = np.linspace(0.0, 2 * np.pi, PIECES * 2 // 3 + 1)
    ring = 0.46 * np.stack([np.cos(turn), np.sin(turn)], axis=1)
    ways = np.linspace(0.3, 0.3 + 2 * np.pi, 8)[:-1]
    rays = [np.outer((0.86, 1.14), (np.cos(way), np.sin(way))) for way in ways]
    return [ring, *rays]


def spiral() -> list[Array]:
    """From its middle outwards."""
    turn = np.linspace(1.2, 4.6 * np.pi, PIECES + 8)
    return [np.stack([np.cos(turn), np.sin(turn)], axis=1) * (turn / turn[-1])[:, None]]


DRAWINGS: tuple[Callable[[], list[Array]], ...] = (heart, sun, spiral)


class Drawing:
    """One drawing on a pane: its middle in heights of the picture, x from the left edge."""

    def __init__(self, x: float, y: float, chance: np.random.Generator) -> None:
        lean, size = chance.normal(0, 0.10), SIZE * chance.uniform(0.85, 1.1)
        turned = np.array([[np.cos(lean), np.sin(lean)], [-np.sin(lean), np.cos(lean)]])
        pieces = []
        for line in DRAWINGS[chance.integers(len(DRAWINGS))]():
            points = line @ turned * size + chance.normal(0, 0.0022, line.shape) + (x, y)
            pieces.append(np.concatenate([points[:-1], points[1:]], axis=1))
        places = np.concatenate(pieces)
        self._rows = np.concatenate([places, np.ones((len(places), 2))], axis=1).astype(np.float32)

    def strokes(self, t_s: float) -> Instances:
        """(pieces, 6) as a finger's strokes: both ends, and how clear each still is. None once it has faded."""
        left = 1.0 - t_s / FADE_S
        if left <= 0.0:
            return self._rows[:0]
        rows = self._rows.copy()
        rows[:, 4:] *= STRENGTH * left
        return rows
