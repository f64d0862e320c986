"""What is measured finds an empty home, and Python as visitors have it."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.bench.home import FOLDERS, empty_home


def test_nothing_of_a_visitor_is_found_and_compiled_code_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setenv("STAYS", "so")
    with empty_home() as environment:
        assert "PYTHONDONTWRITEBYTECODE" not in environment
        assert environment["STAYS"] == "so"
        homes = {environment[name] for name in FOLDERS}
        assert len(homes) == len(FOLDERS)
        assert not any(Path(home).exists() and list(Path(home).iterdir()) for home in homes)
