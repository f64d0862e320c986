"""Which worlds there are: the built-in ones, the visitor's own, or a folder named outright."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from worlds.reading import WORLD_FILE

BUILTIN = Path(__file__).parent / "packs"


@dataclass(frozen=True)
class Entry:
    """A pack that can be opened."""

    id: str
    folder: Path
    builtin: bool


def entries(own: Path | None = None) -> list[Entry]:
    """Every built-in pack and every one of the visitor's own, which hide built-ins of the same name."""
    found: dict[str, Entry] = {}
    for root, builtin in ((BUILTIN, True), (own, False)):
        for file in sorted(root.glob(f"*/{WORLD_FILE}")) if root else ():
            found[file.parent.name] = Entry(file.parent.name, file.parent, builtin)
    return sorted(found.values(), key=lambda entry: (not entry.builtin, entry.id))


def find(name: str, own: Path | None = None) -> Entry | None:
    """The pack with this id, or in the folder of this path."""
    for entry in entries(own):
        if entry.id == name:
            return entry
    folder = Path(name)
    if (folder / WORLD_FILE).is_file():
        return Entry(folder.resolve().name, folder, builtin=False)
    return None
