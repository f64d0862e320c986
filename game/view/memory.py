"""Giving memory back to the system once a world has been let go."""

from __future__ import annotations

import ctypes
import gc
import sys

from arcade.gl import Context


def give_back(ctx: Context) -> None:
    """Free what Python and the GL no longer hold, and hand the free pages back.

    The driver and numpy allocate and free tens of megabytes while a world is made. glibc keeps such pages, a few
    more at each change, until it is asked to trim: measured, 18 MB a change; with it, none.
    """
    gc.collect()
    ctx.gc()
    if sys.platform.startswith("linux"):
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)
