"""`play`: sit in a world."""

from __future__ import annotations

import argparse

from game.problem import Exit
from game.text import translate as _
from game.text import untranslated

DESCRIPTION = untranslated("""Open a window on a world. H shows the keys; Esc leaves.""")


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    from game.playing import add_options

    parser = subparsers.add_parser("play", help=_("sit in a world"), description=_(DESCRIPTION))
    parser.add_argument(
        "world", nargs="?", metavar="WORLD", help=_("an id from `list`, or a path to a pack folder (the last one)")
    )
    add_options(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Open the window and stay."""
    from game.choice import entry
    from game.playing import open_settings, play
    from worlds.catalogue import find

    settings = open_settings()
    name = arguments.world
    if name is None:
        last = settings.now.world
        name = last if find(last) is not None else "dusk_lake"
    play(arguments, entry(name), settings)
    return Exit.WELL
