"""How long somebody who should beat has been silent. Standard library only: what must never break looks by it."""

from __future__ import annotations

from collections.abc import Callable


class Silence:
    """How long there has been no sign of life, as far as we were awake to hear one.

    Only the time between looks that followed each other counts: while the machine slept, or was too busy to let us
    look, whoever we listen for could not beat either, or could not be heard.
    """

    def __init__(self, now_s: Callable[[], float], most_s: float) -> None:
        """However long ago the last look was, no more than `most_s` counts as silence."""
        self._now_s, self._most_s = now_s, most_s
        self._looked_s = now_s()
        self._beats = 0
        self.length_s = 0.0

    def look(self, beats: int) -> float:
        """Its length now, if there have been so many beats."""
        now_s = self._now_s()
        since_s = min(max(now_s - self._looked_s, 0.0), self._most_s)
        self.length_s = 0.0 if beats != self._beats else self.length_s + since_s
        self._looked_s, self._beats = now_s, beats
        return self.length_s
