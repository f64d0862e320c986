"""Which worlds there are: the built-in ones, the visitor's own, or a folder named outright.

A catalogue only knows folders; nothing is read until a world is opened, so a broken pack troubles no other.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import platformdirs

from worlds.files import is_file
from worlds.problems import WORLD_FILE

BUILTIN = Path(__file__).parent / "packs"


@dataclass(frozen=True)
class Entry:
    """A pack that can be opened."""

    id: str
    folder: Path
    builtin: bool


def own_folder() -> Path:
    """Where a visitor's own packs belong on this system; it need not exist yet."""
    return platformdirs.user_data_path("stillroom", appauthor=False) / "worlds"


def entries(own: Path | None = None) -> list[Entry]:
    """Every built-in pack, then every one of the visitor's own in the folder `own`, each by id.

    An own pack with the id of a built-in one is not among them (see `hidden`): what an id opens must not change
    because of a file somewhere.
    """
    builtin = _packs_in(BUILTIN, builtin=True)
    taken = {entry.id for entry in builtin}
    return builtin + [entry for entry in _packs_in(own, builtin=False) if entry.id not in taken]


def hidden(own: Path | None = None) -> list[Entry]:
    """The visitor's own packs that an id cannot open, because a built-in world has the same one."""
    taken = {entry.id for entry in _packs_in(BUILTIN, builtin=True)}
    return [entry for entry in _packs_in(own, builtin=False) if entry.id in taken]


def find(name: str, own: Path | None = None) -> Entry | None:
    """The pack with this id, or at this path: its folder or the `world.toml` in it."""
    for entry in entries(own):
        if entry.id == name:
            return entry
    path = Path(name)
    folder = path.parent if path.name == WORLD_FILE else path
    if is_file(folder / WORLD_FILE):
        return Entry(folder.resolve().name, folder, folder.resolve().parent == BUILTIN.resolve())
    return None


def _packs_in(root: Path | None, builtin: bool) -> list[Entry]:
    found = sorted(root.glob(f"*/{WORLD_FILE}")) if root else []
    return [Entry(file.parent.name, file.parent, builtin) for file in found]
