"""No output: keeps time, so that the world goes on and can be heard again at any moment."""

from __future__ import annotations

import time
from collections.abc import Callable

from audio.output.output import Block, Output


class TimeKeeper(Output):
    """Takes blocks as fast as they would be heard, and drops them."""

    name = "none"
    device = ""

    def __init__(
        self,
        sample_rate_hz: int = 48000,
        now: Callable[[], float] = time.monotonic,
        wait: Callable[[float], None] = time.sleep,
    ) -> None:
        self.sample_rate_hz = sample_rate_hz
        self._now, self._wait = now, wait
        self._due_s = now()

    def write(self, block: Block) -> None:
        """Wait until the block before would have been heard."""
        ahead_s = self._due_s - self._now()
        if ahead_s > 0:
            self._wait(ahead_s)
        # After a long pause (a suspended laptop) time goes on from now; nothing is made up for.
        self._due_s = max(self._due_s, self._now() - 0.5) + block.shape[1] / self.sample_rate_hz

    def close(self) -> None:
        """Nothing to let go of."""
