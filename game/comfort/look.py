"""Trying a world's pictures, for the command line."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from game.comfort.clips import FULL, QUICK, clips
from game.comfort.told import paragraph, sentences
from game.comfort.trial import tried
from game.export.progress import progress
from worlds.reading import read_world

if TYPE_CHECKING:
    from arcade.gl import Context

    from worlds.format.world import World

THROUGH = 2
"""Other worlds that changes go through."""


def look_at(ctx: Context, world: World, others: Sequence[Path], quick: bool) -> tuple[str, list[tuple[str, str]]]:
    """Try a world and the changes to the first of the others (folders); a paragraph about all of it, and of each
    mistake what is wrong and what to do."""
    plan = QUICK if quick else FULL
    begun_s = time.monotonic()
    through = [read_world(folder) for folder in others[:THROUGH]]
    with progress(world.world.name, plan.count) as tick:
        report = tried(clips(ctx, world, plan, through), tick)
    return paragraph(world.world.name, plan, report, time.monotonic() - begun_s), list(sentences(report))
