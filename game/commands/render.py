"""`render`: a world as a file."""

from __future__ import annotations

import argparse
from pathlib import Path

from game.problem import Exit, Trouble
from worlds.catalogue import find
from worlds.reading import read_world


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = subparsers.add_parser("render", help="write a world as a picture, a film or a sound file")
    parser.add_argument("world")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--at", type=float, default=20.0, metavar="S")
    parser.add_argument("--size", default="1280x720", metavar="WxH")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--hour", type=float, default=18.5)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Render one picture."""
    entry = find(arguments.world)
    if entry is None:
        raise Trouble(f"There is no world called {arguments.world!r}.")
    world = read_world(entry.folder)
    from PIL import Image

    from game.export.frames import frames
    from game.headless import open_context
    from game.signals.source import SignalSource

    width, height = map(int, arguments.size.split("x"))
    source = SignalSource(world, arguments.seed, arguments.hour)
    for pixels in frames(open_context(), world, source, arguments.seed, (width, height), [arguments.at]):
        Image.fromarray(pixels).save(arguments.out)
    return Exit.WELL
