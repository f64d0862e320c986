"""Halves of files that a killed process left behind: recognised by their names, and removed by the next one."""

from __future__ import annotations

import hashlib
import os
import re
import socket
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

LONGEST_STEM = 40
"""Letters of the final name that a half keeps: up to four bytes each, of 255 that a name may have."""
HALF = re.compile(r"\..{1,40}\.(?P<machine>[0-9a-f]{8})-(?P<process>[1-9]\d{0,9})\.part(\.\w+)?", re.DOTALL)


def half_of(final: Path) -> Path:
    """Where this process writes a file until it is whole: beside it, hidden, with its machine and process in the
    name."""
    return final.with_name(f".{final.stem[:LONGEST_STEM]}.{_machine()}-{os.getpid()}.part{final.suffix}")


def remove_leftovers(folder: Path) -> list[str]:
    """Remove halves in a folder whose processes have ended on this machine; returns their names."""
    return [path.name for path in _leftovers(folder) if _removed(path)]


def _leftovers(folder: Path) -> Iterator[Path]:
    with suppress(OSError):
        for path in sorted(folder.iterdir()):
            named = HALF.fullmatch(path.name)
            if named and named["machine"] == _machine() and _gone(int(named["process"])):
                yield path


def _removed(path: Path) -> bool:
    with suppress(OSError):
        if stat.S_ISREG(path.lstat().st_mode):
            path.unlink()
            return True
    return False


def _gone(process: int) -> bool:
    """Whether no process has this number. Windows, where asking would stop it, refuses to remove what is in use."""
    if os.name == "nt":
        return process != os.getpid()
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    except (OSError, OverflowError):
        return False
    return False


def _machine() -> str:
    """A short sign of this machine: a folder may be shared with others, whose processes cannot be asked."""
    return hashlib.sha256(socket.gethostname().encode()).hexdigest()[:8]
