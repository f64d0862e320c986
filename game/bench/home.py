"""A home of nobody: what is measured must not depend on a visitor's settings, worlds and caches, nor touch them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

UNCOMPILED = "PYTHONDONTWRITEBYTECODE"
"""Set where programs are tested; on a visitor's machine Python keeps what it has compiled at the first start."""
FOLDERS = ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")


@contextmanager
def empty_home() -> Iterator[dict[str, str]]:
    """Yield an environment whose settings, caches, worlds and logs lie in empty folders, gone afterwards.

    Drivers keep their compiled shaders there too. On Windows, where folders cannot be led elsewhere, the visitor's
    are used.
    """
    with TemporaryDirectory(prefix="stillroom-bench-", ignore_cleanup_errors=True) as folder:
        moved = {name: str(Path(folder) / name) for name in FOLDERS}
        if sys.platform == "darwin":
            moved["HOME"] = folder
        yield {name: value for name, value in os.environ.items() if name != UNCOMPILED} | moved
