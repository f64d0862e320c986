"""Putting a damaged file aside, so that nothing in it is lost."""

from __future__ import annotations

from pathlib import Path


def set_aside(path: Path) -> Path:
    """Rename "a.toml" to "a.damaged-1.toml", or to the next number; returns the new path. Raises OSError."""
    number = 1
    while (aside := path.with_name(f"{path.stem}.damaged-{number}{path.suffix}")).exists():
        number += 1
    path.rename(aside)
    return aside
