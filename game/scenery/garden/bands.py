"""Which parts of the screen can show what of a garden's surroundings: each is baked with no more than that."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from itertools import pairwise

from game.scenery.garden.baking import TILE_PX, Box
from game.scenery.garden.court import WALL_M
from game.scenery.garden.view import POST_RATIO, View

LOW, HIGH, NONE = "set low", "set high", "set bare"
"""Programs: what lies before the wall, and is laid over it; the wall; open sky. The first two know the post."""
MARGIN_PX = 2
MOSS_M = 0.26
"""No moss is higher; `ground` begins to look for it there."""
UNEVEN_M = 0.20
"""How far a hedge may grow over the wall's height."""


@dataclass
class Bands:
    """Boxes with the name of the program that bakes them: first what is behind, then what lies before it."""

    behind: list[tuple[str, Box]] = field(default_factory=list)
    before: list[Box] = field(default_factory=list)
    above: list[Box] = field(default_factory=list)
    """Where nothing lies before what is behind."""


def bands(view: View, size_px: tuple[int, int]) -> Bands:
    """What to bake where: `before` and `above` together cover the screen once."""
    width, height = size_px
    side = view.court.post_side
    wide = min(math.ceil(POST_RATIO * height), width) if side else 0
    post = (0, wide) if side < 0 else (width - wide, width)
    edges = sorted({0, width, *post, *range(0, width, TILE_PX[0])})
    found = Bands()
    for left, right in pairwise(edges):
        behind_post = side != 0 and post[0] <= left and right <= post[1]
        _strip(view, size_px, (left, right), HIGH if behind_post else NONE, found)
    return found


def _strip(view: View, size_px: tuple[int, int], across: tuple[int, int], sky: str, found: Bands) -> None:
    """Add the boxes of one strip of the screen from its foot to its top."""
    (width, height), (left, right) = size_px, across

    def row(up_m: float, deep_m: float, *, top: bool) -> int:
        rows = view.wall_row(up_m, deep_m, left / width, right / width)
        margin = MARGIN_PX if top else -MARGIN_PX
        return min(max(round((rows[1] if top else rows[0]) * height) + margin, 0), height)

    def box(low: int, high: int) -> list[Box]:
        return [(left, low, right - left, high - low)] if high > low else []

    top = row(view.court.top_m + UNEVEN_M, WALL_M, top=True)
    if view.court.eye_m < view.court.top_m:  # then what stands before the wall's middle rises over its top
        top = max(top, row(view.court.top_m + UNEVEN_M, WALL_M - 0.6, top=True))
    foot = row(MOSS_M, WALL_M + 0.3, top=True)  # above it `ground` in garden_set.frag gives up
    before = row(0.0, WALL_M - 0.6, top=False)  # a little before the foot moss may hide it
    found.behind += [(HIGH, b) for b in box(before, top)] + [(sky, b) for b in box(max(top, before), height)]
    found.before += box(0, height if sky == HIGH else foot)
    found.above += [] if sky == HIGH else box(foot, height)
