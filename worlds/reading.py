"""From a pack's folder to a `World`, or to every mistake in it."""

from __future__ import annotations

from pathlib import Path

import tomli
from pydantic import ValidationError

from worlds.format.world import World
from worlds.problems import Problem, Unreadable

WORLD_FILE = "world.toml"


def read_world(folder: Path) -> World:
    """Read the pack in a folder. Raises `Unreadable` with every mistake."""
    path = folder / WORLD_FILE
    try:
        data = tomli.loads(path.read_text(encoding="utf-8"))
        if isinstance(about := data.get("world"), dict):
            about.setdefault("id", folder.name)
        return World.model_validate(data)
    except tomli.TOMLDecodeError as error:
        raise Unreadable([Problem(path, error.lineno, error.colno, "", error.msg)]) from error
    except ValidationError as error:
        found = [Problem(path, 1, 1, ".".join(map(str, e["loc"])), e["msg"]) for e in error.errors()]
        raise Unreadable(found) from error
