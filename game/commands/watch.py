"""`watch`: sit in a world while writing it."""

from __future__ import annotations

import argparse

from game.problem import Exit
from game.text import translate as _
from game.text import untranslated

DESCRIPTION = untranslated(
    """Open a window on a pack that follows its files: half a second after you save, the window shows it,
at the same time and seed. A mistake leaves the world as it was, with every mistake and its place over it."""
)


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    from game.playing import add_options

    parser = subparsers.add_parser("watch", help=_("sit in a world while writing it"), description=_(DESCRIPTION))
    parser.add_argument("world", metavar="PATH", help=_("a pack's folder, its world.toml, or an id"))
    add_options(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Open the window and follow the files."""
    from game.choice import entry
    from game.playing import open_settings, play

    play(arguments, entry(arguments.world), open_settings(), watch=True)
    return Exit.WELL
