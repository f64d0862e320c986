"""The game's sign of life to its supervisor."""

from __future__ import annotations

import os
from collections.abc import Callable

from game.problem import Exit

EVERY_S = 1.0


class Heartbeat:
    """Called once a frame; writes one byte a second to a pipe. Raises SystemExit once nobody reads it."""

    def __init__(self, pipe: int, now_s: Callable[[], float]) -> None:
        self._pipe = pipe
        self._now_s = now_s
        self._beaten_s = float("-inf")

    def __call__(self) -> None:
        """Beat, if it is time."""
        if self._now_s() - self._beaten_s < EVERY_S:
            return
        self._beaten_s = self._now_s()
        try:
            os.write(self._pipe, b".")
        except OSError:
            raise SystemExit(Exit.TERMINATED) from None
