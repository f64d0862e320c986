"""Where each key of a TOML text was written.

TOML readers give values without their places, and only a text with a mistake in it needs them. So the text is
scanned a second time then, by a scanner that may be simple because a real reader has accepted the text already:
it needs to know only where strings, keys, brackets and commas are.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

import tomli

KeyPath = tuple[str | int, ...]
"""The way to a value: names of keys, and numbers of list entries counted from 0."""

MAX_DEPTH = 64
"""How deep keys, lists and tables may nest before the scan is given up."""

_STRING = (
    r'"""(?:[^"\\]++|\\.|"(?!""))*+"{3,5}'
    + r"|'''(?:[^']++|'(?!''))*+'{3,5}"
    + r'|"(?:[^"\\\n]++|\\.)*+"|'
    + r"'[^'\n]*+'"
)
_BLANK = re.compile(r"(?:[ \t\r\n]++|#[^\n]*+)*+")
_SPACE = re.compile(r"[ \t]*+")
_KEY_PART = re.compile(rf"{_STRING}|[A-Za-z0-9_-]++", re.DOTALL)
_SCALAR = re.compile(rf"{_STRING}|[^\s,\[\]{{}}#\"'][^,\]}}#\n]*+", re.DOTALL)


@dataclass(frozen=True)
class Place:
    """A place in a text, both counted from 1; columns count characters."""

    line: int
    column: int


class Lost(Exception):
    """The scanner met something it does not understand at `place`."""

    def __init__(self, place: Place) -> None:
        super().__init__(f"line {place.line}, column {place.column}")
        self.place = place


class TooDeep(Lost):
    """Keys, lists or tables nest more than `MAX_DEPTH` deep at `place`."""


def positions(text: str) -> Mapping[KeyPath, Place]:
    """Map every key and list entry of a valid TOML text to the place where it was first written.

    Takes time in proportion to the text. Raises `TooDeep`, and `Lost` for a text that is not TOML.
    """
    return _Scan(text).document()


class _Scan:
    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._line_starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self._found: dict[KeyPath, Place] = {}
        self._entries: dict[KeyPath, int] = {}

    def document(self) -> dict[KeyPath, Place]:
        table: KeyPath = ()
        self._skip(_BLANK)
        while self._at < len(self._text):
            if self._next() == "[":
                table = self._header()
            else:
                self._assignment(table)
            self._skip(_BLANK)
        return self._found

    def _header(self) -> KeyPath:
        is_list = self._text.startswith("[[", self._at)
        self._at += 2 if is_list else 1
        path: KeyPath = ()
        parts = self._key()
        for number, (name, place) in enumerate(parts, 1):
            path = self._record((*path, name), place)
            if is_list and number == len(parts):
                self._entries[path] = self._entries.get(path, -1) + 1
            if path in self._entries:
                path = self._record((*path, self._entries[path]), place)
        for _ in range(2 if is_list else 1):
            self._expect("]")
        return path

    def _assignment(self, table: KeyPath) -> None:
        path = table
        for name, place in self._key():
            path = self._record((*path, name), place)
        self._expect("=")
        self._skip(_SPACE)
        self._value(path)

    def _key(self) -> list[tuple[str, Place]]:
        """Read `a."b c".d` and leave the text at what follows."""
        parts = []
        while True:
            self._skip(_SPACE)
            place = self._place()
            parts.append((_unquoted(self._take(_KEY_PART)), place))
            self._skip(_SPACE)
            if self._next() != ".":
                return parts
            if len(parts) > MAX_DEPTH:
                raise TooDeep(place)
            self._at += 1

    def _value(self, path: KeyPath) -> None:
        if self._next() == "[":
            self._list(path)
        elif self._next() == "{":
            self._inline_table(path)
        else:
            self._take(_SCALAR)

    def _list(self, path: KeyPath) -> None:
        self._at += 1
        self._skip(_BLANK)
        number = 0
        while self._next() != "]":
            self._value(self._record((*path, number), self._place()))
            self._comma_before("]")
            number += 1
        self._at += 1

    def _inline_table(self, path: KeyPath) -> None:
        self._at += 1
        self._skip(_BLANK)
        while self._next() != "}":
            self._assignment(path)
            self._comma_before("}")
        self._at += 1

    def _comma_before(self, closing: str) -> None:
        self._skip(_BLANK)
        if self._next() != closing:
            self._expect(",")
            self._skip(_BLANK)

    def _record(self, path: KeyPath, place: Place) -> KeyPath:
        if len(path) > MAX_DEPTH:
            raise TooDeep(place)
        self._found.setdefault(path, place)
        return path

    def _place(self) -> Place:
        line = bisect_right(self._line_starts, self._at)
        return Place(line, self._at - self._line_starts[line - 1] + 1)

    def _next(self) -> str:
        return self._text[self._at : self._at + 1]

    def _skip(self, pattern: re.Pattern[str]) -> None:
        if match := pattern.match(self._text, self._at):
            self._at = match.end()

    def _take(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self._text, self._at)
        if match is None:
            raise Lost(self._place())
        self._at = match.end()
        return match.group()

    def _expect(self, mark: str) -> None:
        self._skip(_SPACE)
        if self._next() != mark:
            raise Lost(self._place())
        self._at += 1


def _unquoted(part: str) -> str:
    if part[0] not in "\"'":
        return part
    try:
        return str(tomli.loads(f"key = {part}")["key"])
    except tomli.TOMLDecodeError:
        return part
