"""`list`: the worlds there are."""

from __future__ import annotations

import argparse
import json
import sys

from game.called import called
from game.problem import Exit
from game.text import translate as _
from worlds.catalogue import Entry, entries, hidden, own_folder
from worlds.format.world import World
from worlds.problems import Unreadable
from worlds.reading import read_world


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = subparsers.add_parser("list", help=_("show the worlds there are"))
    parser.add_argument("--json", action="store_true", help=_("print a JSON list"))
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print every world that can be opened, and say which cannot."""
    own = own_folder()
    read = [(entry, _world(entry)) for entry in entries(own)]
    well = [(entry, world) for entry, world in read if world is not None]
    if arguments.json:
        print(json.dumps([_record(entry, world) for entry, world in well], indent=2, ensure_ascii=False))
    else:
        _print_table(well)
    for note in [_broken(entry) for entry, world in read if world is None] + [
        _hidden(entry) for entry in hidden(own)
    ]:
        print(note, file=sys.stderr)
    return Exit.WELL


def _world(entry: Entry) -> World | None:
    try:
        return read_world(entry.folder)
    except Unreadable:
        return None


def _record(entry: Entry, world: World) -> dict[str, str | bool]:
    return {
        "id": entry.id,
        "name": world.world.name,
        "path": str(entry.folder),
        "builtin": entry.builtin,
        "version": world.world.version,
    }


def _print_table(worlds: list[tuple[Entry, World]]) -> None:
    width = max((len(entry.id) for entry, _ in worlds), default=0)
    for entry, world in worlds:
        print(f"{entry.id:<{width}}  {world.world.name}{_about(entry, world)}")


def _about(entry: Entry, world: World) -> str:
    summary = f": {world.world.summary}" if world.world.summary else ""
    return summary if entry.builtin else f"{summary} {_('(yours, in {folder})').format(folder=entry.folder)}"


def _broken(entry: Entry) -> str:
    said = _('{id} cannot be opened. To see why, type: {stillroom} check "{folder}"')
    return said.format(id=entry.id, stillroom=called(), folder=entry.folder)


def _hidden(entry: Entry) -> str:
    said = _('"{folder}" has the id of a built-in world. Rename the folder to open it by its own.')
    return said.format(folder=entry.folder)
