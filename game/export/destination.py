"""Where a render goes: its file, whole, or a sentence that says why not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from game.problem import Exit, Trouble
from game.reasons import reason
from game.text import translate as _
from game.whole_file import whole_file
from worlds.files import is_folder


@contextmanager
def destination(final: Path, tell: Callable[[str], None] = lambda _: None) -> Iterator[Path]:
    """A `whole_file`. Tells what was removed that earlier renders left.

    Raises `Trouble` for whatever the disk or its rights refuse.
    """
    if is_folder(final):
        said = _("{folder} is a folder; give a file name such as {example}.")
        raise Trouble(said.format(folder=final, example=final / "dusk_lake.mp4"), Exit.USAGE)
    left = _("Removed {name}, left by a render that was killed.")
    try:
        with whole_file(final, lambda name: tell(left.format(name=name))) as partial:
            yield partial
    except OSError as error:
        said = _("Could not write {file}: {why}.")
        raise Trouble(said.format(file=final, why=reason(error)), Exit.PROBLEMS) from error
