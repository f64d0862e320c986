"""The pointer's arrow: there while it moves, gone while it rests."""

from __future__ import annotations

from collections.abc import Callable

REST_S = 4.0


class Arrow:
    """Shows and hides the arrow over the window through `show`."""

    def __init__(self, show: Callable[[bool], None], now_s: Callable[[], float]) -> None:
        self._show = show
        self._now_s = now_s
        self._moved_s = now_s()
        self._allowed = True
        self._shown = True

    def allow(self, allowed: bool) -> None:
        """Whether it may be seen at all (a touch screen needs none)."""
        self._allowed = allowed
        self._set(allowed)

    def moved(self) -> None:
        """The pointer did something."""
        self._moved_s = self._now_s()
        self._set(self._allowed)

    def step(self) -> None:
        """Hide it once it has rested long enough."""
        if self._now_s() - self._moved_s > REST_S:
            self._set(False)

    def _set(self, shown: bool) -> None:
        if shown != self._shown:
            self._shown = shown
            self._show(shown)
