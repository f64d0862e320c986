"""The pack that `new` begins a maker's own world with: it runs as it is, and its notes explain the format."""

from __future__ import annotations

import json
from pathlib import Path

from worlds.problems import WORLD_FILE

SCHEMA_FILE = "world.schema.json"

_NAME = 'name = "My World"'


def make_pack(folder: Path, name: str, schema: str) -> None:
    """Make a pack in a folder that does not exist yet, with the JSON Schema that editors complete and check by.

    Raises OSError where the folder cannot be made; what was begun is then taken away again as far as possible.
    """
    text = (Path(__file__).parent / WORLD_FILE).read_text(encoding="utf-8")
    folder.mkdir(parents=True)
    try:
        (folder / SCHEMA_FILE).write_text(schema, encoding="utf-8")
        (folder / WORLD_FILE).write_text(text.replace(_NAME, f"name = {json.dumps(name)}"), encoding="utf-8")
    except OSError:
        _take_away(folder)
        raise


def _take_away(folder: Path) -> None:
    for file in (SCHEMA_FILE, WORLD_FILE):
        (folder / file).unlink(missing_ok=True)
    folder.rmdir()
