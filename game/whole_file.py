"""A file that is there whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from game.leftovers import half_of, remove_leftovers


@contextmanager
def whole_file(final: Path, removed: Callable[[str], None] = lambda _: None) -> Iterator[Path]:
    """Yield a path beside `final` to write to. When all is written and on the disk, it takes that place; when
    anything stops it, it is removed. Raises OSError.

    What killed processes have left in that folder is removed first, and each name told to `removed`.
    """
    for name in remove_leftovers(final.parent):
        removed(name)
    partial = half_of(final)
    try:
        with partial.open("wb"):
            pass  # is the place writable at all? Better known before the work than after it
        yield partial
        with partial.open("rb") as file:
            os.fsync(file.fileno())
        os.replace(partial, final)
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
