"""How to write a value rightly: a guess at what was meant, or else an example."""

from __future__ import annotations

import re
from typing import Any

from worlds.allowed import Schema, Spot
from worlds.said import in_a_row, said
from worlds.words import is_flag, is_number, key, plain, quoted

_NUMBERS = ("number", "integer")


def mended(spot: Spot, written: object) -> str:
    """How to mend a value of the wrong type."""
    return next(filter(None, (guess(spot, written) for guess in _GUESSES)), written_like(spot))


def written_like(spot: Spot) -> str:
    """A correct line for a spot; nothing where none can be given."""
    example = _example(spot.schema)
    return said("Write it like this: {line}", line=_line(spot, quoted(example))) if example is not None else ""


def _brackets(spot: Spot, written: object) -> str:
    if _type(spot) == "array" and isinstance(written, dict):
        return said("Write it with two brackets: {line}", line=f"[[{spot.header}]]")
    if _type(spot) == "object" and isinstance(written, list):
        return said("Write it with one bracket: {line}", line=f"[{spot.header}]")
    return ""


def _missing_quotes(spot: Spot, written: object) -> str:
    if _type(spot) != "string" or not isinstance(written, int | float):
        return ""
    fits = re.search(spot.schema.get("pattern", ""), plain(written))
    return said("Put it in quotes: {line}", line=_line(spot, quoted(plain(written)))) if fits else ""


def _needless_quotes(spot: Spot, written: object) -> str:
    if not isinstance(written, str):
        return ""
    meant = (_type(spot) in _NUMBERS and is_number(written)) or (_type(spot) == "boolean" and is_flag(written))
    return said("Leave the quotes away: {line}", line=_line(spot, written.strip())) if meant else ""


def _needless_point(spot: Spot, written: object) -> str:
    if _type(spot) != "integer" or not isinstance(written, float) or not written.is_integer():
        return ""
    return said("Write it without a point: {line}", line=_line(spot, plain(written)))


def _standing_still(spot: Spot, written: object) -> str:
    if _type(spot) in _NUMBERS and isinstance(written, dict) and "follow" in written:
        return in_a_row(said("This value stands still and cannot follow a signal."), written_like(spot))
    return ""


_GUESSES = (_brackets, _missing_quotes, _needless_quotes, _needless_point, _standing_still)


def _type(spot: Spot) -> str:
    return str(spot.schema.get("type"))


def _line(spot: Spot, value: str) -> str:
    """A value as it would stand in the file: behind its key, or alone in a list."""
    return value if spot.keys and isinstance(spot.keys[-1], int) else f"{key(spot.name)} = {value}"


def _example(schema: Schema) -> Any:
    """A correct value, from a model's examples, default or limits; None for tables."""
    candidates = [*schema.get("examples", []), schema.get("default"), *schema.get("enum", [])[:1]]
    if "minimum" in schema and "maximum" in schema:
        middle = (schema["minimum"] + schema["maximum"]) / 2
        candidates.append(int(middle) if schema.get("type") == "integer" else middle)
    shown = (value for value in candidates if isinstance(value, str | int | float | list))
    return next((value for value in shown if value not in ("", [])), None)
