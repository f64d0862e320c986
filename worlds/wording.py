"""What a maker reads for each mistake: what was found, what is allowed, and what would mend it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from pydantic_core import ErrorDetails

from worlds.allowed import Allowed, Spot, described, limits
from worlds.mending import mended, written_like
from worlds.positions import KeyPath
from worlds.words import either, found, nearest, plain, quoted


@dataclass(frozen=True)
class Mistake:
    """One mistake, before it is known where in the file it was written."""

    keys: KeyPath
    message: str
    suggestion: str = ""


@dataclass(frozen=True)
class _Fault:
    """One of pydantic's errors, and what its model allows at the place."""

    spot: Spot
    error: ErrorDetails
    allowed: Allowed

    @property
    def written(self) -> Any:
        return self.error["input"]

    @property
    def context(self) -> dict[str, Any]:
        return self.error.get("ctx", {})


_Said: TypeAlias = tuple[str, str]
"""A message and a suggestion."""


def worded(error: ErrorDetails, allowed: Allowed) -> Mistake:
    """One of pydantic's errors in our words. Nothing of pydantic's own wording is left in it."""
    fault = _Fault(allowed.at(error["loc"]), error, allowed)
    inside = fault.context.get(_KEY_INSIDE.get(error["type"], ""), "")
    inside = "kind" if error["type"] == "union_tag_invalid" else inside
    keys = (*fault.spot.keys, inside) if inside != "" else fault.spot.keys
    return Mistake(keys, *_WORDING.get(error["type"], _otherwise)(fault))


def meant_key(error: ErrorDetails, allowed: Allowed) -> KeyPath | None:
    """The key that an unknown key was most likely meant to be, if the error is an unknown key."""
    if error["type"] != "extra_forbidden":
        return None
    spot = allowed.at(error["loc"])
    return (*spot.keys[:-1], nearest(spot.name, spot.known_keys))


def _unknown_key(fault: _Fault) -> _Said:
    spot = fault.spot
    message = f"{_table_name(spot)} has no key {quoted(spot.name)}."
    if home := _home_of(spot.name, fault.allowed):
        return message, f"{quoted(spot.name)} belongs {home}."
    if near := nearest(spot.name, spot.known_keys):
        return message, f"Did you mean {quoted(near)}?"
    return message, f"Its keys are: {', '.join(spot.known_keys)}."


def _missing(fault: _Fault) -> _Said:
    spot = fault.spot
    if spot.schema.get("type") == "object":
        return f"{_table_name(spot)} needs the table [{spot.header}].", ""
    shape = f"It must be {described(spot.schema, spot.name)}."
    return f"{_table_name(spot)} needs the key {quoted(spot.name)}.", f"{shape} {written_like(spot)}".strip()


def _unknown_kind(fault: _Fault) -> _Said:
    kinds = sorted(fault.allowed.choices(fault.spot.schema))
    kind = fault.written["kind"]
    near = nearest(kind, kinds) if isinstance(kind, str) else ""
    message = f"there is no {fault.spot.name} of kind {quoted(kind)}; there is {either(kinds)}."
    return message, f"Did you mean {quoted(near)}?" if near else ""


def _missing_kind(fault: _Fault) -> _Said:
    kinds = sorted(fault.allowed.choices(fault.spot.schema))
    message = f"this {fault.spot.name} does not say of which kind it is; there is {either(kinds)}."
    return message, 'Add a line below its heading: kind = "..."'


def _choice(fault: _Fault) -> _Said:
    near = nearest(fault.written, fault.spot.schema.get("enum", [])) if isinstance(fault.written, str) else ""
    return _must_be(fault), f"Did you mean {quoted(near)}?" if near else ""


def _range(fault: _Fault) -> _Said:
    """Numbers outside their limits; of a Follow, the end that is."""
    spot, end = fault.spot, fault.context.get("end", "")
    written = fault.context.get("found", fault.written)
    low = fault.context.get("low", spot.schema.get("minimum", spot.schema.get("exclusiveMinimum")))
    high = fault.context.get("high", spot.schema.get("maximum", spot.schema.get("exclusiveMaximum")))
    subject = f'"{end}" of {spot.name}' if end else _subject(spot)
    closest = low if low is not None and written < low else high
    message = f"{subject} must be {limits(low, high, spot.name)}; found {plain(written)}."
    return message, f"The nearest allowed is: {end or spot.name} = {plain(closest)}" if closest is not None else ""


def _wrong_type(fault: _Fault) -> _Said:
    return _must_be(fault), mended(fault.spot, fault.written)


def _pattern(fault: _Fault) -> _Said:
    return _must_be(fault), written_like(fault.spot)


def _length(fault: _Fault) -> _Said:
    subject, length = _subject(fault.spot), len(fault.written)
    what = "characters" if isinstance(fault.written, str) else "entries"
    if "max_length" in fault.context:
        return f"{subject} may have at most {fault.context['max_length']} {what}; found {length}.", ""
    if not length:
        return f"{subject} is empty.", written_like(fault.spot)
    return f"{subject} needs at least {fault.context['min_length']} {what}; found {length}.", ""


def _otherwise(fault: _Fault) -> _Said:
    """Our own validators' sentences as they are; any error of pydantic's own that has no wording, plainly."""
    if fault.error["type"] == "value_error":
        return str(fault.context["error"]), ""
    return _pattern(fault) if "url" in fault.error else (fault.error["msg"], "")


def _must_be(fault: _Fault) -> str:
    spot = fault.spot
    return f"{_subject(spot)} must be {described(spot.schema, spot.name)}; found {found(fault.written)}."


def _subject(spot: Spot) -> str:
    if spot.keys and isinstance(spot.keys[-1], int):
        return f"entry {spot.keys[-1] + 1} of {spot.name}"
    return spot.name or "this file"


def _table_name(spot: Spot) -> str:
    around = Spot(spot.keys[:-1])
    if not around.keys:
        return "the top of the file"
    kind = spot.table.get("properties", {}).get("kind", {})
    if isinstance(kind, Mapping) and "const" in kind:
        return f"the {around.name} {quoted(kind['const'])}"
    if spot.table.get("title") == "Follow":
        return "a Follow"
    return f"this [[{around.header}]]" if isinstance(around.keys[-1], int) else f"[{around.header}]"


def _home_of(key: str, allowed: Allowed) -> str:
    """Where in the file a misplaced key would be right, if there is just one such place."""
    tables = {name: allowed.resolved(schema) for name, schema in allowed.root.get("properties", {}).items()}
    if tables.get(key, {}).get("type") == "object":
        return f"at the top of the file, as [{key}]"
    homes = [name for name, schema in tables.items() if key in schema.get("properties", {})]
    return f"under [{homes[0]}]" if len(homes) == 1 else ""


_KEY_INSIDE = {"value_range": "end", "too_long": "max_length"}
"""Where pydantic names a table or a list, what names the key or the entry inside it that is wrong."""

_WRONG_TYPES = ("float_type", "int_type", "int_from_float", "string_type", "bool_type", "list_type", "model_type")

_WORDING: dict[str, Callable[[_Fault], _Said]] = {
    "extra_forbidden": _unknown_key,
    "missing": _missing,
    "union_tag_invalid": _unknown_kind,
    "union_tag_not_found": _missing_kind,
    "literal_error": _choice,
    **dict.fromkeys(("value_range", "greater_than", "greater_than_equal", "less_than", "less_than_equal"), _range),
    "string_pattern_mismatch": _pattern,
    **dict.fromkeys(("string_too_short", "string_too_long", "too_short", "too_long"), _length),
    **dict.fromkeys(_WRONG_TYPES, _wrong_type),
}
"""How each of pydantic's errors is said."""
