"""Which parts of the screen can show what of a garden's surroundings: each is baked with no more than that."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise

from game.scenery.garden.baking import TILE_PX, Box
from game.scenery.garden.court import WALL_M
from game.scenery.garden.view import POST_RATIO, View

LOW, BOTH, HIGH, NONE = "set low", "set", "set high", "set bare"
"""Programs: ground and veranda; those and the wall; the wall alone; open sky. All but the last know the post."""
MARGIN_PX = 2
MOSS_M = 0.26
"""No moss is higher; `ground` begins to look for it there."""
UNEVEN_M = 0.20
"""How far a hedge may grow over the wall's height."""


def bands(view: View, size_px: tuple[int, int]) -> list[tuple[str, Box]]:
    """Names of programs and the boxes to bake with them, from the top down; together they cover the screen."""
    width, height = size_px
    side = view.court.post_side
    wide = min(math.ceil(POST_RATIO * height), width) if side else 0
    post = (0, wide) if side < 0 else (width - wide, width)
    edges = sorted({0, width, *post, *range(0, width, TILE_PX[0])})
    found = []
    for left, right in pairwise(edges):
        behind_post = side != 0 and post[0] <= left and right <= post[1]
        found += list(_strip(view, size_px, left, right, HIGH if behind_post else NONE))
    return found


def _strip(view: View, size_px: tuple[int, int], left: int, right: int, sky: str) -> Iterator[tuple[str, Box]]:
    width, height = size_px

    def row(up_m: float, deep_m: float, *, top: bool) -> int:
        rows = view.wall_row(up_m, deep_m, left / width, right / width)
        margin = MARGIN_PX if top else -MARGIN_PX
        return min(max(round((rows[1] if top else rows[0]) * height) + margin, 0), height)

    top = row(view.court.top_m + UNEVEN_M, WALL_M, top=True)
    if view.court.eye_m < view.court.top_m:  # then what stands before the wall's middle rises over its top
        top = max(top, row(view.court.top_m + UNEVEN_M, WALL_M - 0.6, top=True))
    foot = row(MOSS_M, WALL_M + 0.3, top=True)  # above it `ground` in garden_set.frag gives up
    before = row(0.0, WALL_M - 0.6, top=False)  # a little before the foot moss may hide it
    edges = [0, *sorted((before, foot, top)), height]
    for name, (low, high) in reversed(list(zip((LOW, BOTH, HIGH, sky), pairwise(edges), strict=True))):
        if high > low:
            yield name, (left, low, right - left, high - low)
