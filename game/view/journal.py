"""What happened in the window, one JSON line each: for tests and for people looking for a fault."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable
from typing import IO


class Journal:
    """Writes events as JSON lines to a file, or nowhere."""

    def __init__(self, file: IO[str] | None, now_s: Callable[[], float]) -> None:
        self._file = file
        self._now_s = now_s
        self._start_s = now_s()
        self._gaps_ms: list[float] = []
        self._before_s = self._start_s

    def note(self, event: str, **facts: object) -> None:
        """One event and its facts."""
        if self._file is not None:
            line = {"at_s": round(self._now_s() - self._start_s, 3), "event": event, **facts}
            with contextlib.suppress(OSError):  # a full disk ends the journal, not the visit
                self._file.write(json.dumps(line) + "\n")
                self._file.flush()

    def frame(self, **facts: object) -> None:
        """A frame was shown; once a second that becomes an event with the rate and the longest gap."""
        if self._file is None:
            return
        now_s = self._now_s()
        self._gaps_ms.append((now_s - self._before_s) * 1000)
        self._before_s = now_s
        if sum(self._gaps_ms) >= 1000:
            gaps, self._gaps_ms = self._gaps_ms, []
            self.note("frames", count=len(gaps), longest_ms=round(max(gaps), 1), **facts)
