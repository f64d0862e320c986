"""Something done a moment after it was asked for, out of the way, and only once however often it was asked."""

from __future__ import annotations

import threading
from collections.abc import Callable


class Later:
    """Does `deed` in a thread, `pause_s` after the last `ask`, and never twice at once. A deed must not raise."""

    def __init__(self, deed: Callable[[], None], pause_s: float) -> None:
        self._deed = deed
        self._pause_s = pause_s
        self._asked = False
        self._timer: threading.Timer | None = None
        self._doing = threading.Lock()

    def ask(self) -> None:
        """Let it be done soon; returns at once."""
        self._asked = True
        self._stop_waiting()
        self._timer = threading.Timer(self._pause_s, self._do)
        self._timer.daemon = True
        try:
            self._timer.start()
        except RuntimeError:  # the system gives no thread: better late than not at all
            self._do()

    def finish(self) -> None:
        """Do now what was asked for and not done yet; when this returns, it is done."""
        self._stop_waiting()
        self._do()

    def _stop_waiting(self) -> None:
        if self._timer is not None:
            self._timer.cancel()

    def _do(self) -> None:
        with self._doing:
            if self._asked:
                self._asked = False
                self._deed()
