"""`run.py` and the set-up behind it."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest
import tomli

import run
from prepare import pythons

ROOT = Path(run.HERE)
EARLY = [
    ROOT / "run.py",
    *(ROOT / "prepare").glob("*.py"),
    *(ROOT / "game/machine").glob("*.py"),
    ROOT / "game/__init__.py",
]


@pytest.mark.parametrize("path", EARLY, ids=lambda path: path.stem)
def test_old_pythons_can_read_what_tells_them_they_do_not_fit(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"), feature_version=(3, 6))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    ours = {"run", "prepare", "prepare.setup", "prepare.steps", "game.machine"}
    assert {name.split(".")[0] for name in imported - ours} <= sys.stdlib_module_names
    assert "__future__" not in imported


def test_the_range_of_pythons_is_that_of_the_project() -> None:
    project = tomli.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["requires-python"] == pythons.RANGE
    assert ">={}.{},<{}.{}".format(*pythons.OLDEST, *pythons.TOO_NEW) == pythons.RANGE
