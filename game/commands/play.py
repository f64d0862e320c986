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
        "world",
        nargs="?",
        default="dusk_lake",
        metavar="WORLD",
        help=_("an id from `list`, or a path to a pack folder (dusk_lake)"),
    )
    add_options(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Open the window and stay."""
    from game.choice import entry
    from game.playing import open_settings, play

    play(arguments, entry(arguments.world), open_settings())
    return Exit.WELL
