"""What may stand at a place of a file, read from the JSON Schema of its model.

The schema is the one description shared by the wording of mistakes, the makers' reference and their editors.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from pydantic import BaseModel

from worlds.positions import KeyPath
from worlds.said import counted, said, untranslated
from worlds.units import unit_of
from worlds.words import either, plain, quoted

Schema: TypeAlias = Mapping[str, Any]


@dataclass(frozen=True)
class Spot:
    """One place of a file: the way to it, what may stand there, and what the table around it allows."""

    keys: KeyPath
    schema: Schema = field(default_factory=dict)
    table: Schema = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The last key written; a list entry goes by the name of its list."""
        return next((key for key in reversed(self.keys) if isinstance(key, str)), "")

    @property
    def header(self) -> str:
        """The table at this place as it stands in its heading: `voice.place`."""
        return ".".join(key for key in self.keys if isinstance(key, str))

    @property
    def known_keys(self) -> list[str]:
        """The keys the table around this place knows."""
        return list(self.table.get("properties", {}))


class Allowed:
    """Everything a model allows, by place."""

    def __init__(self, model: type[BaseModel]) -> None:
        self.root: Schema = model.model_json_schema()

    def at(self, location: Iterable[str | int]) -> Spot:
        """The spot that pydantic means by a location, from which the names of union members are dropped."""
        spot = Spot((), self.resolved(self.root))
        for step in location:
            choices = self.choices(spot.schema)
            if choices:
                spot = Spot(spot.keys, self._chosen(spot.schema, choices, str(step)), spot.table)
            elif isinstance(step, int):
                spot = Spot((*spot.keys, step), self.resolved(spot.schema.get("items", {})), spot.table)
            else:
                spot = Spot((*spot.keys, step), self.resolved(_inside(spot.schema, step)), spot.schema)
        return spot

    def _chosen(self, union: Schema, choices: Mapping[str, Schema], name: str) -> Schema:
        """One member of a union; of a `Value`'s number it is kept in mind that it may also be a `Follow`."""
        or_follow = name == "number" and "follow" in choices
        return {
            **choices.get(name, {}),
            **({"x-or-follow": True, "default": union.get("default")} if or_follow else {}),
        }

    def resolved(self, schema: Schema) -> Schema:
        """A schema with its reference looked up; what may also be absent counts as what may be present."""
        if "$ref" in schema:
            target = self.root["$defs"][schema["$ref"].removeprefix("#/$defs/")]
            return {**target, **{key: value for key, value in schema.items() if key != "$ref"}}
        if "anyOf" in schema:
            present = next(option for option in schema["anyOf"] if option.get("type") != "null")
            return {**self.resolved(present), **{k: v for k, v in schema.items() if k != "anyOf"}}
        return schema

    def choices(self, schema: Schema) -> dict[str, Schema]:
        """The members of a union by the name pydantic gives them; empty where there is no union."""
        if "discriminator" in schema:
            mapping = schema["discriminator"]["mapping"]
            return {name: self.resolved({"$ref": target}) for name, target in mapping.items()}
        options = [self.resolved(option) for option in schema.get("oneOf", [])]
        return {str(option.get("title", option.get("type"))).lower(): option for option in options}


def _inside(table: Schema, key: str) -> Schema:
    """What may stand at a key of a table; one that takes any key has one schema for all."""
    any_key = table.get("additionalProperties")
    inside: Schema = table.get("properties", {}).get(key, any_key if isinstance(any_key, dict) else {})
    return inside


def described(schema: Schema, name: str) -> str:
    """What a schema allows, as the end of "… must be …": `a number from 0 to 12 m/s, or a Follow`."""
    if "oneOf" in schema and "discriminator" not in schema:
        number = next(option for option in schema["oneOf"] if option.get("type") == "number")
        return described({**number, "x-or-follow": True}, name)
    if "discriminator" in schema:
        return said("a table of kind {kinds}", kinds=either(sorted(schema["discriminator"]["mapping"])))
    if "const" in schema:
        return quoted(schema["const"])
    if "enum" in schema:
        return said("one of {values}", values=either(schema["enum"]))
    described_type = _DESCRIBED.get(schema.get("type", "object"), _table)
    return described_type(schema, name)


def limits(low: float | None, high: float | None, name: str) -> str:
    """A range as words with its unit: `from 0 to 12 m/s`, `at least 1`, or nothing."""
    unit = unit_of(name)
    gap = " " if unit not in ("", "°") else ""
    ends = {"low": plain(low or 0), "high": plain(high or 0), "gap": gap, "unit": unit}
    if low is not None and high is not None:
        return said("from {low} to {high}{gap}{unit}", **ends)
    if low is not None:
        return said("at least {low}{gap}{unit}", **ends)
    return said("at most {high}{gap}{unit}", **ends) if high is not None else ""


def _number(schema: Schema, name: str) -> str:
    low = schema.get("minimum", schema.get("exclusiveMinimum"))
    high = schema.get("maximum", schema.get("exclusiveMaximum"))
    within, is_whole = limits(low, high, name), schema["type"] == "integer"
    if within:
        form = untranslated("a whole number {limits}") if is_whole else untranslated("a number {limits}")
        number = said(form, limits=within)
    else:
        number = said("a whole number") if is_whole else said("a number")
    return said("{number}, or a Follow", number=number) if schema.get("x-or-follow") else number


def _text(schema: Schema, _name: str) -> str:
    if "x-form" in schema:
        return said(str(schema["x-form"]))
    if longest := schema.get("maxLength"):
        return counted("a text of at most {count} character", "a text of at most {count} characters", longest)
    return said("a text in quotes")


def _list(schema: Schema, _name: str) -> str:
    items = schema.get("items", {})
    if items.get("type", "object") == "object" or "discriminator" in items:
        return said("a list of tables")
    return said("a [list] of numbers") if items["type"] in ("number", "integer") else said("a [list] of texts")


def _table(_schema: Schema, _name: str) -> str:
    return said("a table")


def _flag(_schema: Schema, _name: str) -> str:
    return said("true or false")


_DESCRIBED = {
    "number": _number,
    "integer": _number,
    "string": _text,
    "boolean": _flag,
    "array": _list,
    "object": _table,
}
