"""`extends`: a world that takes another one and replaces whole tables of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from worlds.catalogue import BUILTIN
from worlds.documents import Document, read_document
from worlds.problems import WORLD_FILE, Unreadable
from worlds.said import said
from worlds.wording import Mistake
from worlds.words import nearest, quoted

KEY = "extends"
OWN = "world"
"""The table that is never taken over: who made what under which name."""


def extended(document: Document, folder: Path, check: Callable[[Path], object]) -> tuple[Document, list[Mistake]]:
    """The document with every table it lacks from its parent, and what is wrong with the parent.

    A parent is a built-in world or a pack beside this one, named by its id, and has no parent itself.
    `check` raises `Unreadable` for a folder that is no good pack.
    """
    name = document.data.get(KEY)
    if not isinstance(name, str):
        return document, []
    try:
        parent = _parent(name, folder, check)
    except _Unfit as unfit:
        return document, [unfit.mistake]
    taken = {key: value for key, value in parent.data.items() if key != OWN and key not in document.data}
    data = {**taken, **document.data}
    return replace(document, data=data, taken=frozenset(taken), parent=parent.path.parent), []


class _Unfit(Exception):
    def __init__(self, message: str, suggestion: str = "") -> None:
        super().__init__(message)
        self.mistake = Mistake((KEY,), message, suggestion)


def _parent(name: str, folder: Path, check: Callable[[Path], object]) -> Document:
    beside = folder.resolve().parent
    known = {file.parent.name: file.parent for root in (beside, BUILTIN) for file in root.glob(f"*/{WORLD_FILE}")}
    if name == folder.resolve().name:
        raise _Unfit(said("a world cannot extend itself."))
    if name not in known:
        near = nearest(name, known)
        elsewhere = said("It may be built-in, or in a folder beside this one.")
        hint = said("Did you mean {name}?", name=quoted(near)) if near else elsewhere
        raise _Unfit(said("there is no world {name} to extend.", name=quoted(name)), hint)
    try:
        parent = read_document(known[name] / WORLD_FILE, within=known[name])
        if KEY in parent.data:
            message = said("{name} extends another world itself; only one step is possible.", name=quoted(name))
            raise _Unfit(message)
        check(known[name])
    except Unreadable as unreadable:
        message = said(
            "the world it extends, {name}, has mistakes itself ({number}).",
            name=quoted(name),
            number=len(unreadable.problems),
        )
        hint = said('Mend it first: "{file}"', file=known[name] / WORLD_FILE)
        raise _Unfit(message, hint) from unreadable
    return parent
