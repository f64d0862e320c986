"""Watching a folder that comes, changes and goes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.view.watcher import signature


def test_a_folder_that_goes_while_it_is_walked_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "world.toml").write_text("")

    def walk(folder: Path, _: str) -> Iterator[Path]:
        yield folder / "world.toml"
        raise FileNotFoundError(2, "No such file or directory")

    whole = signature(tmp_path)
    monkeypatch.setattr(Path, "rglob", walk)
    assert signature(tmp_path) == whole
