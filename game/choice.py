"""From what was written on the command line to a world."""

from __future__ import annotations

import difflib
from pathlib import Path

from game.called import called
from game.problem import Exit, Trouble
from game.text import translate as _
from worlds.catalogue import Entry, entries, find, own_folder
from worlds.files import is_folder


def entry(name: str, own: Path | None = None) -> Entry:
    """The pack with this id or path. Raises `Trouble` with the nearest spelling if there is none."""
    own = own or own_folder()
    if found := find(name, own):
        return found
    if is_folder(Path(name)):
        raise Trouble(_("The folder {name} is no world: it has no world.toml.").format(name=name), Exit.USAGE)
    near = difflib.get_close_matches(name, [known.id for known in entries(own)], n=1)
    said = [_("There is no world called {name!r}.").format(name=name)]
    said += [_("Did you mean {name}?").format(name=each) for each in near]
    raise Trouble(" ".join([*said, _("`{stillroom} list` shows them all.").format(stillroom=called())]), Exit.USAGE)
