"""A file that is there whole or not at all."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from game.problem import Exit, Trouble

WORDS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your share of the disk is used up",
    errno.EFBIG: "the file would be larger than this system allows",
    errno.EACCES: "you may not write there",
    errno.EPERM: "you may not write there",
    errno.EROFS: "that place can only be read",
    errno.ENOENT: "that folder does not exist",
    errno.ENOTDIR: "a part of that path is no folder",
    errno.ENAMETOOLONG: "that name is too long",
    errno.EIO: "the disk does not answer",
}


@contextmanager
def whole_file(final: Path) -> Iterator[Path]:
    """Yield a path beside `final` to write to; moved there when all is written, removed when anything stops it.

    Raises `Trouble` for whatever the disk or its rights refuse.
    """
    refuse_folder(final)
    partial = final.with_name(f".{final.stem[:80]}.{os.getpid()}.part{final.suffix}")
    try:
        with partial.open("wb"):
            pass  # is the place writable at all? Better known before the work than after it
        yield partial
        _settle(partial, final)
    except OSError as error:
        raise Trouble(f"Could not write {final}: {reason(error)}.", Exit.PROBLEMS) from error
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)


def refuse_folder(final: Path) -> None:
    """A folder cannot be replaced by a file."""
    if final.is_dir():
        raise Trouble(f"{final} is a folder; give a file name such as {final / 'dusk_lake.mp4'}.", Exit.USAGE)


def _settle(partial: Path, final: Path) -> None:
    """Bring it to the disk, then give it its name in one step."""
    with partial.open("rb") as file:
        os.fsync(file.fileno())
    os.replace(partial, final)


def reason(error: OSError) -> str:
    """Why, in plain words."""
    words = WORDS.get(error.errno or 0)
    return words or (error.strerror or str(error)).rstrip(".").lower()
