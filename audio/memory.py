"""Giving free memory back to the system, which glibc does not do by itself."""

from __future__ import annotations

import ctypes
import sys


def trim() -> None:
    """Hand the pages back that nothing in this process holds any more; a few milliseconds.

    While a world is made, numpy allocates and frees tens of megabytes, of which glibc keeps most until it is asked.
    Elsewhere than on Linux nothing is done.
    """
    if sys.platform.startswith("linux"):
        give = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if give is not None:
            give(0)
