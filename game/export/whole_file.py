"""A file that is there whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from game.export.leftovers import half_of, remove_leftovers
from game.problem import Exit, Trouble
from game.reasons import reason
from game.text import translate as _
from worlds.files import is_folder


@contextmanager
def whole_file(final: Path, tell: Callable[[str], None] = lambda _: None) -> Iterator[Path]:
    """Yield a path beside `final` to write to; moved there when all is written, removed when anything stops it.

    What killed processes have left in that folder is removed first, and told. Raises `Trouble` for whatever the
    disk or its rights refuse.
    """
    refuse_folder(final)
    for name in remove_leftovers(final.parent):
        tell(_("Removed {name}, left by a render that was killed.").format(name=name))
    partial = half_of(final)
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
