"""What tests of a real window begin with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.system.screen import virtual_screen


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """A screen without hardware, by its name."""
    with virtual_screen() as name:
        yield name


@pytest.fixture
def world(tmp_path: Path) -> Path:
    """A pack of one's own, quick to open."""
    folder = tmp_path / "meadow"
    folder.mkdir()
    (folder / "world.toml").write_text('format = 1\n[world]\nname = "Meadow"\n', encoding="utf-8")
    return folder
