"""Values and lists as words of a sentence, safe to print whatever a file contains."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches

from worlds.said import said

LONGEST = 60
"""Texts quoted from a file are cut after so many characters."""


def plain(number: float) -> str:
    """A number as one would write it: `12`, not `12.0`; `nan` and `inf` as TOML has them."""
    if isinstance(number, float) and number.is_integer() and abs(number) < 1e15:
        return str(int(number))
    return _cut(str(number))


def quoted(value: object) -> str:
    """A value as it is written in TOML; texts cut short, with control characters made visible."""
    if isinstance(value, str):
        return f'"{printable(_cut(value))}"'
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return f"[{', '.join(map(quoted, value))}]"
    return plain(value) if isinstance(value, int | float) else printable(_cut(str(value)))


def key(name: str) -> str:
    """A key as it is written in TOML: in quotes where it needs them."""
    return name if re.fullmatch(r"[A-Za-z0-9_-]+", name) else quoted(name)


def found(value: object) -> str:
    """What a file had in a place, as the end of "found …"."""
    if isinstance(value, str):
        return said("the text {value}", value=quoted(value))
    if isinstance(value, bool):
        return quoted(value)
    if isinstance(value, int | float):
        return _cut(str(value))
    if isinstance(value, list):
        tables = value and all(isinstance(entry, dict) for entry in value)
        return said("a list of tables") if tables else said("a list")
    return said("a table") if isinstance(value, dict) else said("the date or time {value}", value=quoted(value))


def either(values: Iterable[object]) -> str:
    """`"a", "b" or "c"`."""
    words = [quoted(value) for value in values]
    some = ", ".join(words[:-1])
    return said("{some} or {last}", some=some, last=words[-1]) if len(words) > 1 else "".join(words)


def is_number(text: str) -> bool:
    """Whether a text is a number somebody put in quotes."""
    return bool(re.fullmatch(r"\s*[+-]?\d{1,15}(\.\d{1,15})?\s*", text))


def is_flag(text: str) -> bool:
    """Whether a text is true or false in quotes."""
    return text.strip() in ("true", "false")


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that `word` was most likely meant to be, or nothing."""
    by_plain = {entry.lower().replace("-", "_"): entry for entry in known}
    close = get_close_matches(word[:LONGEST].lower().replace("-", "_").strip(), by_plain, n=1, cutoff=0.6)
    return by_plain[close[0]] if close else ""


def printable(text: str) -> str:
    """A text without anything a terminal would obey: control and direction characters become escapes."""
    return "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in text)


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
