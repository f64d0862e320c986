"""Mixes to and from files, from within the window: they lie in one folder a visitor can see."""

from __future__ import annotations

import re
from pathlib import Path

from game.mixes.exchange import mix_file, read_mix, write_mix
from game.mixes.model import KeptMix
from worlds.catalogue import own_folder
from worlds.problems import Problem, Unreadable


def write_out(folder: Path, world_id: str, name: str, mix: KeptMix) -> Path:
    """Write a mix into the folder, beside what lies there already; returns the file. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    stem = re.sub(r"[^\w\- ]+", "", f"{world_id} {name}").strip()
    path, number = folder / f"{stem}.toml", 1
    while path.exists():
        number += 1
        path = folder / f"{stem} {number}.toml"
    write_mix(path, mix_file(world_id, name, mix))
    return path


def take_in(folder: Path, world_id: str) -> tuple[dict[str, KeptMix], list[Problem]]:
    """The mixes of a world that lie in the folder, by their names, and the mistakes in what cannot be read."""
    found: dict[str, KeptMix] = {}
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.toml")):
        try:
            file = read_mix(path, own_folder())
        except Unreadable as unreadable:
            problems += unreadable.problems
            continue
        if file.world == world_id:
            found[file.name] = file.kept
    return found, problems
