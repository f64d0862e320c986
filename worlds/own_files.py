"""Files of a maker's own in a pack's folder: where they must lie before anything opens them."""

from __future__ import annotations

import stat
from pathlib import Path

from worlds.said import said


class Unfit(Exception):
    """Why a file cannot be used, and what to do."""

    def __init__(self, message: str, suggestion: str = "") -> None:
        super().__init__(message)
        self.message, self.suggestion = message, suggestion


def inside(name: str, folder: Path, most_bytes: int) -> Path:
    """The file of this name in a pack's folder: an ordinary one, not too large. Raises `Unfit`."""
    try:
        real, home = (folder / name).resolve(strict=True), folder.resolve(strict=True)
        status = real.stat()
    except (OSError, RuntimeError, ValueError) as error:
        raise Unfit(said("there is no such file in the pack's folder.")) from error
    if not real.is_relative_to(home):
        message = said("this file lies outside the pack's folder.")
        raise Unfit(message, said("Put the file itself there."))
    if not stat.S_ISREG(status.st_mode):
        raise Unfit(said("this is not an ordinary file."))
    if status.st_size > most_bytes:
        raise Unfit(said("this file is larger than {size} MB.", size=most_bytes // 1_000_000))
    return real


def unreadable(error: OSError) -> Unfit:
    """What to say of a file that the system does not let us read."""
    return Unfit(said("this file could not be read ({reason}).", reason=error.strerror or error))
