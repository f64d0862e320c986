"""What has changed and is still to be baked again: parts of the screen, tile by tile, the oldest first."""

from __future__ import annotations

from collections.abc import Iterator

from game.scenery.garden.baking import TILE_PX, Box, tiles


class Patches:
    """Boxes on a grid of tiles; a tile that changes again before its turn waits only once."""

    def __init__(self) -> None:
        self._boxes: dict[tuple[int, int], Box] = {}

    def add(self, box: Box | None) -> None:
        """Something inside a box has changed."""
        for part in tiles(box, TILE_PX) if box else ():
            tile = part[0] // TILE_PX[0], part[1] // TILE_PX[1]
            known = self._boxes.get(tile)
            self._boxes[tile] = around(known, part) if known else part

    def take(self, most_px: int | None) -> Iterator[Box]:
        """What to do now: all of it, or what comes to about so many pixels."""
        left = most_px
        while self._boxes and (left is None or left > 0):
            box = self._boxes.pop(next(iter(self._boxes)))
            left = None if left is None else left - box[2] * box[3]
            yield box

    def clear(self) -> None:
        """Nothing is to be done any more."""
        self._boxes.clear()


def around(a: Box, b: Box) -> Box:
    """The box that holds two."""
    left, low = min(a[0], b[0]), min(a[1], b[1])
    return left, low, max(a[0] + a[2], b[0] + b[2]) - left, max(a[1] + a[3], b[1] + b[3]) - low
