"""Watching a pack's folder for saved files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

POLL_S = 0.1
MOST_FILES = 500

Signature = frozenset[tuple[str, int, int]]


def signature(folder: Path) -> Signature | None:
    """Names, times and sizes of a folder's files; None if it is gone. 0.3 ms for fifty files."""
    if not folder.is_dir():
        return None
    found = set()
    for path, _ in zip(folder.rglob("*"), range(MOST_FILES), strict=False):
        try:
            stat = path.stat()
        except OSError:
            continue
        found.add((str(path), stat.st_mtime_ns, stat.st_size))
    return frozenset(found)


class Watcher:
    """Says when a folder has been saved to. A change counts once it has stood for one look, so that a file
    half written is not read; two looks are well within half a second."""

    def __init__(self, folder: Path, now_s: Callable[[], float]) -> None:
        self.folder = folder
        self._now_s = now_s
        self._looked_s = now_s()
        self._settled = self._seen = signature(folder)

    def changed(self) -> bool:
        """Whether something new stands in the folder (or it has gone) since this last said so."""
        if self._now_s() - self._looked_s < POLL_S:
            return False
        self._looked_s = self._now_s()
        before, self._seen = self._seen, signature(self.folder)
        if self._seen != before or self._seen == self._settled:
            return False
        self._settled = self._seen
        return True

    @property
    def gone(self) -> bool:
        """Whether the folder was not there at the last look."""
        return self._seen is None
