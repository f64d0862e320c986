"""What a maker may do to a world, by chance: always something the format allows."""

from __future__ import annotations

import random
from typing import Any

from pydantic import ValidationError

from worlds.format.kinds import kind_of, models_in
from worlds.format.layer import LayerModel
from worlds.format.world import World

Table = dict[str, Any]
KINDS = {kind_of(model): model for model in models_in("worlds.format.layers", LayerModel)}
MANY = ("trees", "count", "bushes", "groups", "peaks")


def edited(world: World, chance: random.Random) -> tuple[World, str]:
    """The world after one edit, and what was done."""
    while True:
        edit = chance.choice([change_field, change_field, add, remove, move, variety, colour, course, camera])
        table = world.model_dump(by_alias=True)
        what = edit(table, chance)
        try:
            changed = World.model_validate(table)
        except ValidationError:
            continue
        if changed != world and _allowed(changed):
            return changed, f"{edit.__name__} {what}"


def _allowed(world: World) -> bool:
    kinds = [kind_of(type(layer)) for layer in world.layers]
    return bool(kinds) and all(kinds.count(kind) <= KINDS[kind].most for kind in kinds)


def change_field(table: Table, chance: random.Random) -> str:
    """Another value for one field of one layer."""
    layer = chance.choice(table["layer"])
    name = chance.choice([name for name in layer if name not in ("kind", "variety")])
    layer[name] = _other(layer[name], chance)
    return f"{layer['kind']}.{name} = {layer[name]}"


def _other(value: Any, chance: random.Random) -> Any:
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return max(value + chance.choice([-1, 1]), 0)
    if isinstance(value, float):
        return value * chance.uniform(0.6, 1.4) + chance.choice([0.0, 0.02])
    if isinstance(value, dict):
        return chance.uniform(0.1, 0.9)
    if isinstance(value, str) and value.startswith("#"):
        return f"#{chance.randrange(2**24):06x}"
    return {"far": "headland", "headland": "far", "seed": "autumn"}.get(value, "seed")


def add(table: Table, chance: random.Random) -> str:
    """A layer of any kind, anywhere."""
    kind = chance.choice(sorted(KINDS))
    needed = {"treeline": {"shore": "far"}, "outlook": {"place": "garden"}}.get(kind, {})
    table["layer"].insert(chance.randrange(len(table["layer"]) + 1), {"kind": kind, **needed})
    return kind


def remove(table: Table, chance: random.Random) -> str:
    """One layer less."""
    return str(table["layer"].pop(chance.randrange(len(table["layer"])))["kind"])


def move(table: Table, chance: random.Random) -> str:
    """A layer somewhere else."""
    layer = table["layer"].pop(chance.randrange(len(table["layer"])))
    table["layer"].insert(chance.randrange(len(table["layer"]) + 1), layer)
    return str(layer["kind"])


def variety(table: Table, chance: random.Random) -> str:
    """Another one of its kind."""
    layer = chance.choice(table["layer"])
    layer["variety"] = chance.randrange(20)
    return str(layer["kind"])


def colour(table: Table, chance: random.Random) -> str:
    """Another colour or strength of the light at one hour."""
    if not table["light"]["key"]:
        return ""
    key = chance.choice(table["light"]["key"])
    name = chance.choice([name for name in key if name != "hour"])
    key[name] = _other(key[name], chance)
    return name


def course(table: Table, chance: random.Random) -> str:
    """The sun takes another way."""
    name = chance.choice([name for name, value in table["light"].items() if isinstance(value, bool | float)])
    table["light"][name] = _other(table["light"][name], chance)
    return name


def camera(table: Table, chance: random.Random) -> str:
    """The visitor looks otherwise."""
    name = chance.choice(sorted(table["camera"]))
    table["camera"][name] = _other(table["camera"][name], chance)
    return name
