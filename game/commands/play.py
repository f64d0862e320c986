"""`play`: sit in a world."""

from __future__ import annotations

import argparse
import re
import time
from pathlib import Path

from game.problem import Exit, Trouble
from worlds.catalogue import entries, find
from worlds.reading import read_world


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = subparsers.add_parser("play", help="sit in a world")
    parser.add_argument("world", nargs="?", help="an id, or the folder of a pack")
    parser.add_argument("--seed", type=int, metavar="N", help="which of the world's many shapes")
    parser.add_argument("--hour", type=hour, metavar="H", help="time of day to begin at, 0..24")
    parser.add_argument("--size", type=size, default=(1280, 720), metavar="WxH")
    parser.add_argument("--fullscreen", action="store_true")
    parser.add_argument("--fps", type=rate, metavar="N", help="frames a second, 5..240")
    parser.add_argument("--no-sound", action="store_true")
    parser.add_argument("--for-seconds", type=float, metavar="S", help="leave by itself")
    parser.add_argument("--still", action="store_true", help="nothing moves but the light")
    parser.add_argument("--journal", type=Path, help=argparse.SUPPRESS)
    parser.set_defaults(run=run)


def size(text: str) -> tuple[int, int]:
    """A size "WxH" in pixels."""
    match = re.fullmatch(r"(\d{2,5})x(\d{2,5})", text)
    if match is None:
        raise argparse.ArgumentTypeError(f"a size is written like 1280x720, not {text!r}")
    return int(match[1]), int(match[2])


def hour(text: str) -> float:
    """An hour 0..24, as "18.5" or "18:30"."""
    whole, _, minutes = text.partition(":")
    try:
        value = float(whole) + (float(minutes) / 60 if minutes else 0.0)
    except ValueError:
        raise argparse.ArgumentTypeError(f"an hour is written like 18.5 or 18:30, not {text!r}") from None
    if not 0 <= value <= 24:
        raise argparse.ArgumentTypeError(f"an hour runs from 0 to 24, not {text}")
    return value


def rate(text: str) -> float:
    """Frames a second, 5..240."""
    try:
        value = float(text)
    except ValueError:
        value = 0.0
    if not 5 <= value <= 240:
        raise argparse.ArgumentTypeError(f"frames a second run from 5 to 240, not {text}")
    return value


def run(arguments: argparse.Namespace) -> int:
    """Open the window and stay."""
    name = arguments.world or "dusk_lake"
    entry = find(name)
    if entry is None:
        raise Trouble(f"There is no world called {name!r}. `stillroom list` shows them.", Exit.USAGE)
    world = read_world(entry.folder)
    from game.view.journal import Journal
    from game.view.plan import Plan
    from game.view.sound import Silence
    from game.window import run_window

    plan = Plan(
        world=world,
        seed=arguments.seed if arguments.seed is not None else time.localtime().tm_yday,
        worlds=entries(),
        hour=arguments.hour,
        size_px=arguments.size,
        fullscreen=arguments.fullscreen,
        fps=arguments.fps,
        for_seconds=arguments.for_seconds,
        still=arguments.still,
    )
    file = arguments.journal.open("w", encoding="utf-8") if arguments.journal else None
    run_window(plan, Silence(), Journal(file, time.perf_counter))
    return Exit.WELL
