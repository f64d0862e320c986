"""`new`: a world of one's own that already runs, with everything explained in it."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from game.problem import Exit, Trouble
from worlds.catalogue import find, own_folder
from worlds.format.world import ID_FORM, PACK_ID
from worlds.problems import WORLD_FILE
from worlds.starter import make_pack


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = subparsers.add_parser("new", help="begin a world of your own")
    parser.add_argument("name", metavar="NAME", help=f"{ID_FORM}; or a path that ends in one")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Make the pack, and say where it is and what to do with it."""
    from worlds.schema import schema_text

    is_path = "/" in arguments.name or "\\" in arguments.name
    folder = Path(arguments.name) if is_path else own_folder() / arguments.name
    _refuse(folder, is_path)
    try:
        make_pack(folder, folder.name.replace("_", " ").title(), schema_text())
    except OSError as error:
        raise Trouble(f'"{folder}" could not be made: {error.strerror}.') from error
    _say_what_next(folder, f'"{folder}"' if is_path else folder.name)
    return Exit.WELL


def _refuse(folder: Path, is_path: bool) -> None:
    if not re.fullmatch(PACK_ID, folder.name):
        raise Trouble(f'"{folder.name}" cannot be the id of a world: it must be {ID_FORM}.', Exit.USAGE)
    if folder.exists() or folder.is_symlink():
        raise Trouble(f'"{folder}" is there already, and was left as it is. Choose another name.')
    if not is_path and find(folder.name):
        raise Trouble(f'There is a built-in world called "{folder.name}". Choose another name.')


def _say_what_next(folder: Path, name: str) -> None:
    print(f'Your world is in "{folder / WORLD_FILE}". Open that file in any editor.')
    print(f"  See it:                       stillroom play {name}")
    print(f"  See every change as you save: stillroom watch {name}")
    print(f"  Find mistakes:                stillroom check {name}")
