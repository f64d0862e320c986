"""The game's sign of life to its supervisor."""

from __future__ import annotations

import os
from collections.abc import Callable

from game.problem import Exit

EVERY_S = 0.5
CALM, BUSY = b".", b"+"


class Heartbeat:
    """Called once a frame; writes two bytes a second to a pipe. Raises SystemExit once nobody reads it."""

    def __init__(self, pipe: int, now_s: Callable[[], float]) -> None:
        self._pipe = pipe
        self._now_s = now_s
        self._beaten_s = float("-inf")
        self._busy = False

    def __call__(self, busy: bool) -> None:
        """Beat, if it is time or `busy` is news: that some steps of what is made now may be slow."""
        if self._now_s() - self._beaten_s < EVERY_S and busy == self._busy:
            return
        self._beaten_s, self._busy = self._now_s(), busy
        try:
            os.write(self._pipe, BUSY if busy else CALM)
        except OSError:
            raise SystemExit(Exit.TERMINATED) from None
