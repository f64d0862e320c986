"""`check`: every mistake of a pack, at its place."""

from __future__ import annotations

import argparse
from pathlib import Path

from game.problem import Exit
from worlds import report
from worlds.catalogue import find, own_folder
from worlds.files import is_file, is_folder
from worlds.problems import WORLD_FILE, Problem, Unreadable
from worlds.reading import read_world


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = subparsers.add_parser("check", help="find every mistake in a world's pack")
    parser.add_argument("paths", nargs="+", metavar="PATH", help="a pack's folder, its world.toml, or an id")
    parser.add_argument("--json", action="store_true", help="print a JSON list of the mistakes, for editors")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print what is wrong with each pack."""
    problems = [problem for path in arguments.paths for problem in _problems(path)]
    if arguments.json:
        print(report.as_json(problems))
    elif problems:
        print(f"{report.as_text(problems)}\n\n{report.summary(problems)}")
    else:
        checked = len(arguments.paths)
        print("No mistakes." if checked == 1 else f"No mistakes in {checked} worlds.")
    return Exit.PROBLEMS if problems else Exit.WELL


def _problems(name: str) -> list[Problem]:
    entry, path = find(name, own_folder()), Path(name)
    if entry is None and is_file(path) and path.name != WORLD_FILE:
        return [Problem(path, 1, 1, "", f'a pack is a folder with a file "{WORLD_FILE}" in it.')]
    if entry is None and not is_folder(path):
        return [Problem(path, 1, 1, "", "there is no such folder, and no world with this id.", _OVERVIEW)]
    try:
        read_world(entry.folder if entry else path)
    except Unreadable as unreadable:
        return unreadable.problems
    return []


_OVERVIEW = "`stillroom list` shows the worlds there are."
