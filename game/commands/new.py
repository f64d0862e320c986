"""`new`: a pack that already runs, with everything explained beside it."""

from __future__ import annotations

import argparse
import os
import re
from pathlib import Path

from game.problem import Exit, Trouble
from worlds.catalogue import BUILTIN, entries, own_folder
from worlds.format.world import ID_FORM, PACK_ID
from worlds.reading import WORLD_FILE
from worlds.schema import as_text as schema_text
from worlds.template import world_toml

SCHEMA_FILE = "world.schema.json"


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = subparsers.add_parser("new", help="begin a world of your own")
    parser.add_argument("name", metavar="NAME", help=f"{ID_FORM}; or a path that ends in one")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Make the folder, and say what to do with it."""
    is_path = os.sep in arguments.name or "/" in arguments.name
    folder = Path(arguments.name) if is_path else own_folder() / arguments.name
    _refuse(folder, is_path)
    make_pack(folder)
    shown = f'"{folder}"' if is_path else folder.name
    print(f"Your world is in {folder / WORLD_FILE}")
    print(f"Look at it:  stillroom play {shown}")
    print("Change the file while it plays:  " + f"stillroom watch {shown}")
    print(f"When something is wrong:  stillroom check {shown}")
    return Exit.WELL
