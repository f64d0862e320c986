"""Asking the system to serve sound before pictures: a late picture is not noticed, late sound is.

Where it is not allowed (most desktops, without further set-up) all stays as it was; nothing depends on it.
"""

from __future__ import annotations

import os
from contextlib import suppress

REAL_TIME_PRIORITY = 5
"""Low among real-time threads: above everything that is none, below the system's own."""
NICE = -10


def ask_for_haste() -> None:
    """Let this process, and the threads it starts from now on, go before others."""
    if hasattr(os, "setpriority"):
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, 0, NICE)


def ask_for_real_time() -> None:
    """Let the calling thread run the moment it can; it has to wait by itself most of the time."""
    if hasattr(os, "sched_setscheduler"):
        with suppress(OSError):
            os.sched_setscheduler(0, os.SCHED_RR, os.sched_param(REAL_TIME_PRIORITY))
