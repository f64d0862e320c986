"""Reading one TOML file a person wrote, safely: what cannot be read becomes a located `Problem`."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import tomli

from worlds.files import MAX_BYTES, read_text
from worlds.positions import MAX_DEPTH, KeyPath, Lost, Place, TooDeep, positions
from worlds.problems import Problem, Unreadable
from worlds.said import said
from worlds.syntax import reworded

TOP = Place(1, 1)


@dataclass(frozen=True)
class Document:
    """A TOML file: where it is, what stands in it, and what that means."""

    path: Path
    text: str
    data: dict[str, Any]
    taken: frozenset[str] = frozenset()
    """Keys of `data` that do not stand in this file: they come from the world it extends."""
    parent: Path | None = None
    """The folder of that world."""

    def folder_of(self, key: str, own: Path) -> Path:
        """In which folder a table's files lie: the pack's own, or that of the world it was taken from."""
        return self.parent if self.parent and key in self.taken else own

    def problem(self, keys: KeyPath, message: str, suggestion: str = "") -> Problem:
        """A mistake at a key; where the key is missing, at the nearest table around it, or else the whole file."""
        if keys and keys[0] in self.taken:
            keys = ("extends",)
            message = said("with what is taken from the world it extends: {message}", message=message)
        around = (keys[:length] for length in range(len(keys), 0, -1))
        place = next((self._places[key] for key in around if key in self._places), None)
        if place is None:
            return Problem(self.path, TOP.line, TOP.column, dotted(keys), message, suggestion)
        return located(self.path, self.text, place, message, suggestion, key=dotted(keys))

    @cached_property
    def _places(self) -> dict[KeyPath, Place]:
        return dict(positions(self.text))


def read_document(path: Path, within: Path) -> Document:
    """Read a TOML 1.0 file, which must lie inside the folder `within`.

    Raises `Unreadable` whatever is the matter with it.
    """
    text = read_text(path, within)
    try:
        return Document(path, text, _parsed(text))
    except _Mistake as mistake:
        raise Unreadable([located(path, text, mistake.place, mistake.message, mistake.suggestion)]) from mistake


def located(path: Path, text: str, place: Place, message: str, suggestion: str = "", key: str = "") -> Problem:
    """A problem at a place of a text, with the line it stands on."""
    lines = text.split("\n")
    line = min(place.line, len(lines))
    column = min(place.column if line == place.line else MAX_BYTES, len(lines[line - 1]) + 1)
    return Problem(path, line, column, key, message, suggestion, lines[line - 1].rstrip("\r"))


def dotted(keys: KeyPath) -> str:
    """A key path as one text: `layer[0].cloud_ratio`."""
    words = (f"[{key}]" if isinstance(key, int) else f".{key}" for key in keys)
    return "".join(words).removeprefix(".")


class _Mistake(Exception):
    def __init__(self, place: Place, message: str, suggestion: str) -> None:
        super().__init__(message)
        self.place, self.message, self.suggestion = place, message, suggestion


def _parsed(text: str) -> dict[str, Any]:
    try:
        data = tomli.loads(text)
        if _depth(data) > MAX_DEPTH:
            raise RecursionError
        tomllib.loads(text)  # TOML 1.0 only, so that every editor agrees; tomli takes 1.1 too
        return data
    except tomli.TOMLDecodeError as error:
        raise _Mistake(*reworded(error.msg, text, Place(error.lineno, error.colno))) from error
    except tomllib.TOMLDecodeError as error:
        message = said("this is newer than TOML 1.0, which packs use.")
        suggestion = said("Keep a { table } on one line without a comma at its end; write times with seconds.")
        raise _Mistake(_place_in(str(error)), message, suggestion) from error
    except RecursionError as error:
        message = said("lists and tables nest more than {depth} deep here.", depth=MAX_DEPTH)
        raise _Mistake(_deepest(text), message, said("Nothing in a pack needs more than five.")) from error
    except ValueError as error:  # Python refuses to read whole numbers of thousands of digits
        raise _Mistake(_long_number(text), said("this number has too many digits."), "") from error


def _depth(data: object) -> int:
    """How deep dicts and lists nest; without recursion, so that nothing is too deep to be measured."""
    level, depth = [data], 0
    while level := [inner for outer in level for inner in _inside(outer)]:
        depth += 1
    return depth


def _inside(value: object) -> list[Any]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []


def _deepest(text: str) -> Place:
    try:
        positions(text)
    except TooDeep as deep:
        return deep.place
    except Lost:
        return TOP
    return TOP


def _place_in(message: str) -> Place:
    found = re.search(r"line (\d+), column (\d+)", message)
    return Place(int(found[1]), int(found[2])) if found else Place(MAX_BYTES, 1)


def _long_number(text: str) -> Place:
    found = re.search(r"\d[\d_]{4000}", text)
    before = text[: found.start()] if found else ""
    return Place(before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)
