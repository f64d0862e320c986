"""Which parts of the screen can show what of a garden's surroundings: each is baked with no more than that."""

from __future__ import annotations

import math
from itertools import pairwise

from game.scenery.garden.baking import Box
from game.scenery.garden.view import POST_RATIO, WALL_M, WALL_TOP_M, View

LOW, BOTH, HIGH, NONE = "set low", "set", "set high", "set bare"
"""Programs: ground and veranda; those and the wall; the wall alone; open sky. All but the last know the post."""
MARGIN_PX = 2
MOSS_M = 0.26
"""No moss is higher; `ground` begins to look for it there."""


def bands(view: View, size_px: tuple[int, int], post_side: int) -> list[tuple[str, Box]]:
    """Names of programs and the boxes to bake with them, from the top down; together they cover the screen."""
    width, height = size_px
    top = _row(view, height, WALL_TOP_M, WALL_M) + MARGIN_PX
    foot = _row(view, height, MOSS_M, WALL_M + 0.3) + MARGIN_PX  # above it `ground` in garden_set.frag gives up
    before = _row(view, height, 0.0, WALL_M - 0.6) - MARGIN_PX  # a little before the foot moss may hide it
    edges = [0, *(min(max(row, 0), height) for row in (before, foot, top)), height]
    rows = [(0, low, width, high - low) for low, high in pairwise(edges)]
    wide = min(math.ceil(POST_RATIO * height), width) if post_side else 0
    x = 0 if post_side < 0 else width - wide
    sky = rows[3]
    found = [
        (HIGH, (x, sky[1], wide, sky[3])),
        (NONE, (wide if post_side < 0 else 0, sky[1], width - wide, sky[3])),
        (HIGH, rows[2]),
        (BOTH, rows[1]),
        (LOW, rows[0]),
    ]
    return [(name, box) for name, box in found if box[2] > 0 and box[3] > 0]


def _row(view: View, height_px: int, up_m: float, away_m: float) -> int:
    return round(view.on_screen(0.0, up_m, away_m)[1] * height_px)
