"""The JSON Schema of a pack, for editors: `python -m worlds.schema` writes `worlds/world.schema.json` anew."""

from __future__ import annotations

import json
from pathlib import Path

from worlds.format.world import World

SCHEMA = Path(__file__).parent / "world.schema.json"


def schema_text() -> str:
    """The schema of `world.toml`, generated from the models; its descriptions are their docstrings."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **World.model_json_schema()}
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"


def main() -> None:
    """Write the schema that ships with the built-in worlds."""
    SCHEMA.write_text(schema_text(), encoding="utf-8")
    print(f"wrote {SCHEMA}")


if __name__ == "__main__":
    main()
