"""What a maker reads for each mistake: what was found, what is allowed, and what would mend it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from pydantic_core import ErrorDetails

from worlds.allowed import Allowed, Spot, described, limits
from worlds.mending import mended, written_like
from worlds.positions import KeyPath
from worlds.said import counted, in_a_row, said
from worlds.words import either, found, key, nearest, plain, quoted


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


_Explained: TypeAlias = tuple[str, str]
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


def _unknown_key(fault: _Fault) -> _Explained:
    spot = fault.spot
    message = said("{table} has no key {key}.", table=_table_name(spot), key=quoted(spot.name))
    if home := _home_of(spot.name, fault.allowed):
        return message, home
    near = _nearest(spot.name, spot.known_keys)
    return message, near or said("Its keys are: {keys}.", keys=", ".join(spot.known_keys))


def _missing(fault: _Fault) -> _Explained:
    spot = fault.spot
    if spot.schema.get("type") == "object":
        return said("{table} needs the table {missing}.", table=_table_name(spot), missing=f"[{spot.header}]"), ""
    shape = said("It must be {what}.", what=described(spot.schema, spot.name))
    message = said("{table} needs the key {missing}.", table=_table_name(spot), missing=quoted(spot.name))
    return message, in_a_row(shape, written_like(spot))


def _unknown_kind(fault: _Fault) -> _Explained:
    kinds = sorted(fault.allowed.choices(fault.spot.schema))
    kind = fault.written["kind"]
    message = said(
        "there is no {table} of kind {kind}; there is {kinds}.",
        table=fault.spot.name,
        kind=quoted(kind),
        kinds=either(kinds),
    )
    return message, _nearest(kind, kinds)


def _missing_kind(fault: _Fault) -> _Explained:
    spot, kinds = fault.spot, either(sorted(fault.allowed.choices(fault.spot.schema)))
    if isinstance(spot.keys[-1], int):
        message = said(
            "this {table} does not say of which kind it is; there is {kinds}.", table=spot.name, kinds=kinds
        )
    else:
        message = said(
            "{table} does not say of which kind it is; there is {kinds}.", table=f"[{spot.header}]", kinds=kinds
        )
    return message, said("Add a line below its heading: {line}", line='kind = "..."')


def _choice(fault: _Fault) -> _Explained:
    return _must_be(fault), _nearest(fault.written, fault.spot.schema.get("enum", []))


def _range(fault: _Fault) -> _Explained:
    """Numbers outside their limits; of a Follow, the end that is."""
    spot, end = fault.spot, fault.context.get("end", "")
    written = fault.context.get("found", fault.written)
    low = fault.context.get("low", spot.schema.get("minimum", spot.schema.get("exclusiveMinimum")))
    high = fault.context.get("high", spot.schema.get("maximum", spot.schema.get("exclusiveMaximum")))
    subject = said("{key} of {table}", key=quoted(end), table=spot.name) if end else _subject(spot)
    closest = low if low is not None and written < low else high
    within = limits(low, high, spot.name)
    message = said(
        "{subject} must be {limits}; found {found}.", subject=subject, limits=within, found=plain(written)
    )
    line = f"{key(end or spot.name)} = {plain(closest)}" if closest is not None else ""
    return message, said("The nearest allowed is: {line}", line=line) if line else ""


def _wrong_type(fault: _Fault) -> _Explained:
    return _must_be(fault), mended(fault.spot, fault.written)


def _pattern(fault: _Fault) -> _Explained:
    return _must_be(fault), written_like(fault.spot)


def _too_long(fault: _Fault) -> _Explained:
    most, given = fault.context["max_length"], {"subject": _subject(fault.spot), "found": len(fault.written)}
    if isinstance(fault.written, str):
        return counted(
            "{subject} may have at most {count} character; found {found}.",
            "{subject} may have at most {count} characters; found {found}.",
            most,
            **given,
        ), ""
    return counted(
        "{subject} may have at most {count} entry; found {found}.",
        "{subject} may have at most {count} entries; found {found}.",
        most,
        **given,
    ), ""


def _too_short(fault: _Fault) -> _Explained:
    least, given = fault.context["min_length"], {"subject": _subject(fault.spot), "found": len(fault.written)}
    if not fault.written:
        return said("{subject} is empty.", subject=given["subject"]), written_like(fault.spot)
    if isinstance(fault.written, str):
        return counted(
            "{subject} needs at least {count} character; found {found}.",
            "{subject} needs at least {count} characters; found {found}.",
            least,
            **given,
        ), ""
    return counted(
        "{subject} needs at least {count} entry; found {found}.",
        "{subject} needs at least {count} entries; found {found}.",
        least,
        **given,
    ), ""


def _otherwise(fault: _Fault) -> _Explained:
    """Our own validators' sentences as they are; any error of pydantic's own that has no wording, plainly."""
    if fault.error["type"] == "value_error":
        return fault.context["error"].args[0], ""
    return _pattern(fault) if "url" in fault.error else (fault.error["msg"], "")


def _must_be(fault: _Fault) -> str:
    spot = fault.spot
    what = described(spot.schema, spot.name)
    return said("{key} must be {what}; found {found}.", key=_subject(spot), what=what, found=found(fault.written))


def _subject(spot: Spot) -> str:
    if spot.keys and isinstance(spot.keys[-1], int):
        return said("entry {number} of {table}", number=spot.keys[-1] + 1, table=spot.name)
    return spot.name or said("this file")


def _table_name(spot: Spot) -> str:
    around = Spot(spot.keys[:-1])
    if not around.keys:
        return said("the top of the file")
    kind = spot.table.get("properties", {}).get("kind", {})
    if isinstance(kind, Mapping) and "const" in kind:
        return said("the {table} {kind}", table=around.name, kind=quoted(kind["const"]))
    if spot.table.get("title") == "Follow":
        return said("a Follow")
    if isinstance(around.keys[-1], int):
        return said("this {table}", table=f"[[{around.header}]]")
    return f"[{around.header}]"


def _home_of(key: str, allowed: Allowed) -> str:
    """That a misplaced key would be right elsewhere in the file, if there is just one such place."""
    tables = {name: allowed.resolved(schema) for name, schema in allowed.root.get("properties", {}).items()}
    if tables.get(key, {}).get("type") == "object":
        return said("{key} belongs at the top of the file, as {table}.", key=quoted(key), table=f"[{key}]")
    homes = [name for name, schema in tables.items() if key in schema.get("properties", {})]
    table = f"[{homes[0]}]" if len(homes) == 1 else ""
    return said("{key} belongs under {table}.", key=quoted(key), table=table) if table else ""


def _nearest(written: object, known: Iterable[str]) -> str:
    """The question whether another word was meant, if one is like what was written."""
    near = nearest(written, known) if isinstance(written, str) else ""
    return said("Did you mean {name}?", name=quoted(near)) if near else ""


_KEY_INSIDE = {"value_range": "end", "too_long": "max_length"}
"""Where pydantic names a table or a list, what names the key or the entry inside it that is wrong."""

_WRONG_TYPES = ("float_type", "int_type", "int_from_float", "string_type", "bool_type", "list_type", "model_type")

_WORDING: dict[str, Callable[[_Fault], _Explained]] = {
    "extra_forbidden": _unknown_key,
    "missing": _missing,
    "union_tag_invalid": _unknown_kind,
    "union_tag_not_found": _missing_kind,
    "literal_error": _choice,
    **dict.fromkeys(("value_range", "greater_than", "greater_than_equal", "less_than", "less_than_equal"), _range),
    "string_pattern_mismatch": _pattern,
    **dict.fromkeys(("string_too_short", "too_short"), _too_short),
    **dict.fromkeys(("string_too_long", "too_long"), _too_long),
    **dict.fromkeys(_WRONG_TYPES, _wrong_type),
}
"""How each of pydantic's errors is said."""
