"""Carrying a mix from one machine to another: one small TOML file, checked like a pack."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from game.called import called
from game.mixes.model import NAME, KeptMix, MixFile
from game.mixes.writing import carried_text
from game.text import translate as _
from game.whole_file import whole_file
from worlds.catalogue import entries, find
from worlds.checking import checked
from worlds.documents import Document, read_document
from worlds.parts import parts
from worlds.problems import Unreadable
from worlds.reading import read_world
from worlds.wording import Mistake
from worlds.words import nearest, quoted


def mix_file(world_id: str, name: str, mix: KeptMix) -> MixFile:
    """A mix ready to be carried; without a name that can be kept, it is called "mix"."""
    fitting = name if re.fullmatch(NAME, name) else "mix"
    return MixFile(**mix.model_dump(), format=1, world=world_id, name=fitting)


def write_mix(path: Path, mix: MixFile) -> None:
    """Write the file of a mix, whole or not at all. Raises OSError."""
    with whole_file(path) as partial:
        partial.write_text(carried_text(mix), encoding="utf-8")


def read_mix(path: Path, own: Path | None) -> MixFile:
    """Read the file of a mix; `own` is the folder of packs beside the built-in ones.

    Raises `Unreadable` with every mistake at its place: of form, a world that is not there, a voice it has not.
    """
    document = read_document(path, within=path.resolve().parent)
    return checked(MixFile, document, list(_mistakes(document, own)))


def _mistakes(document: Document, own: Path | None) -> Iterator[Mistake]:
    """What no model knows: whether the world is there, and has these voices."""
    name = document.data.get("world")
    if not isinstance(name, str):
        return
    entry = find(name, own)
    if entry is None:
        near = nearest(name, [known.id for known in entries(own)])
        said = _("there is no world called {name}.").format(name=quoted(name))
        meant = _("Did you mean {name}?").format(name=quoted(near))
        every = _("`{stillroom} list` shows the worlds there are.").format(stillroom=called())
        yield Mistake(("world",), said, meant if near else every)
        return
    try:
        known = parts(read_world(entry.folder))
    except Unreadable:
        return  # a world that is being written: its voices may be anything
    for keys, part in _named(document):
        if part not in known:
            said = _("{world} has no voice called {name}.").format(world=quoted(name), name=quoted(part))
            near = nearest(part, known)
            meant = _("Did you mean {name}?").format(name=quoted(near))
            every = _("It has {names}.").format(names=", ".join(map(quoted, known)))
            yield Mistake(keys, said, meant if near else every)


def _named(document: Document) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every part the file names, and where; what has the wrong form is left to the model."""
    muted, trims = document.data.get("muted"), document.data.get("trim_db")
    for number, part in enumerate(muted if isinstance(muted, list) else []):
        if isinstance(part, str):
            yield ("muted", number), part
    for part in trims if isinstance(trims, dict) else {}:
        yield ("trim_db", part), part
