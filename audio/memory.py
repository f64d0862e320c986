"""Giving free memory back to the system, which glibc does not do by itself."""

from __future__ import annotations

import ctypes
import gc
import sys
from typing import Any

LARGE_BYTES = 256 * 1024
"""From this size on a block has pages of its own, which go back as soon as it is free. By itself glibc raises this
limit to the largest block it has seen, and tens of megabytes then stay between what was made later."""
MOST_ARENAS = 2
"""So many heaps for threads to share: what is free in one is of no use to another."""
LOOK_EVERY = 70_000
"""Objects made since the last look, less those gone again."""
M_TRIM_THRESHOLD, M_MMAP_THRESHOLD, M_ARENA_MAX = -1, -3, -8
"""From glibc's malloc.h."""


def settle() -> None:
    """Have large blocks go back to the system when they are free: to be called once, before much is made.

    Elsewhere than on Linux, or with another C library, nothing is done.
    """
    choose = _from_glibc("mallopt")
    if choose is not None:
        for what, value in (
            (M_MMAP_THRESHOLD, LARGE_BYTES),
            (M_TRIM_THRESHOLD, LARGE_BYTES),
            (M_ARENA_MAX, MOST_ARENAS),
        ):
            choose(what, value)


def look_seldom() -> None:
    """Have Python look for what holds itself in a circle a hundred times less often than it would: what sounds
    makes no circles, and a look costs as much as a voice."""
    gc.set_threshold(LOOK_EVERY)


def trim() -> None:
    """Hand the pages back that nothing in this process holds any more; a few milliseconds.

    A world that was let go may hold itself in a circle, and arrays are few objects: Python would not look for long.
    While a world is made, numpy allocates and frees tens of megabytes, of which glibc keeps most until it is
    asked; elsewhere than on Linux nobody asks.
    """
    gc.collect()
    give = _from_glibc("malloc_trim")
    if give is not None:
        give(0)


def _from_glibc(name: str) -> Any | None:
    return getattr(ctypes.CDLL(None), name, None) if sys.platform.startswith("linux") else None
