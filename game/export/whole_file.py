"""A file that is there whole or not at all."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from game.problem import Exit, Trouble
from game.text import translate as _
from game.text import untranslated
from worlds.files import is_folder

WORDS = {
    errno.ENOSPC: untranslated("the disk is full"),
    errno.EDQUOT: untranslated("your share of the disk is used up"),
    errno.EFBIG: untranslated("the file would be larger than this system allows"),
    errno.EACCES: untranslated("you may not write there"),
    errno.EPERM: untranslated("you may not write there"),
    errno.EROFS: untranslated("that place can only be read"),
    errno.ENOENT: untranslated("that folder does not exist"),
    errno.ENOTDIR: untranslated("a part of that path is no folder"),
    errno.ENAMETOOLONG: untranslated("that name is too long"),
    errno.EIO: untranslated("the disk does not answer"),
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
        raise Trouble(
            _("Could not write {file}: {why}.").format(file=final, why=reason(error)), Exit.PROBLEMS
        ) from error
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)


def refuse_folder(final: Path) -> None:
    """A folder cannot be replaced by a file."""
    if is_folder(final):
        said = _("{folder} is a folder; give a file name such as {example}.")
        raise Trouble(said.format(folder=final, example=final / "dusk_lake.mp4"), Exit.USAGE)


def _settle(partial: Path, final: Path) -> None:
    """Bring it to the disk, then give it its name in one step."""
    with partial.open("rb") as file:
        os.fsync(file.fileno())
    os.replace(partial, final)


def reason(error: OSError) -> str:
    """Why, in plain words."""
    words = WORDS.get(error.errno or 0)
    return _(words) if words else (error.strerror or str(error)).rstrip(".").lower()
