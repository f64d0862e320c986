"""What is generated from the models is what the models say, and what the documents show is right."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from worlds.format.kinds import kind_of, models_in
from worlds.format.layer import LayerModel
from worlds.format.voice import VoiceModel
from worlds.reading import read_world
from worlds.reference import DOCUMENT, document
from worlds.schema import SCHEMA, schema_text
from worlds.signals import SIGNAL_NAMES

EXAMPLES = [
    block for block in re.findall(r"```toml\n(.*?)```", DOCUMENT.read_text("utf-8"), re.S) if "format = 1" in block
]


def test_the_schema_is_up_to_date() -> None:
    assert SCHEMA.read_text("utf-8") == schema_text(), "the models have changed; type: python -m worlds.schema"


def test_the_makers_reference_is_up_to_date() -> None:
    assert DOCUMENT.read_text("utf-8") == document(), "the models have changed; type: python -m worlds.reference"


@pytest.mark.parametrize("text", EXAMPLES)
def test_the_examples_of_the_reference_are_worlds(text: str, tmp_path: Path) -> None:
    (tmp_path / "example").mkdir()
    (tmp_path / "example" / "world.toml").write_text(text, encoding="utf-8")
    read_world(tmp_path / "example")


def test_the_reference_has_examples_and_every_signal() -> None:
    assert len(EXAMPLES) == 3
    assert [name for name in SIGNAL_NAMES if f"`{name}`" not in DOCUMENT.read_text("utf-8")] == []


def test_every_key_is_explained() -> None:
    """Attribute docstrings become descriptions; makers read them in editors and in the reference."""
    tables = json.loads(schema_text())["$defs"].values()
    bare = [
        f"{table['title']}.{key}"
        for table in tables
        for key, schema in table.get("properties", {}).items()
        if key not in ("kind", "hour") and "description" not in schema
    ]
    assert bare == []


@pytest.mark.parametrize(
    ("package", "base"), [("worlds.format.layers", LayerModel), ("worlds.format.voices", VoiceModel)]
)
def test_every_kind_has_a_place_of_its_own(package: str, base: type[LayerModel]) -> None:
    for model in models_in(package, base):
        assert model.__module__ == f"{package}.{kind_of(model)}"
        assert model.__doc__
